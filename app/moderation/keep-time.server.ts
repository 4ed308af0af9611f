/** Deadlines of cases: what nobody did in time, the clock does (mechanism, M8). */
import type { Db } from "#db/open.server.ts";
import type { CaseState } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import { type MessageKey, say } from "../strings/say.ts";
import type { ActionKind } from "./actions.ts";
import { releaseCase } from "./release-case.server.ts";
import { settleCase } from "./settle-case.server.ts";
import { findCase, takeStep } from "./take-step.server.ts";

/** Cases in one run; the next comes soon. */
const BATCH = 100;

const acts: Partial<Record<CaseState, [ActionKind, MessageKey]>> = {
  asked: ["lapse", "deeds.lapse.reason"],
  hidden: ["release", "deeds.release.hidden"],
  held: ["release", "deeds.release.held"],
  rewritten: ["clear", "deeds.clear.time"],
};

/** Takes the step of every case whose time is over, each by itself, so many in a run; `report` is told what broke, and where, which keeps no other up. Answers how many. */
export async function keepTime(
  db: Db,
  now: number,
  report: (error: unknown, where: string) => void,
): Promise<number> {
  const due = await db
    .selectFrom("case")
    .select("id")
    .where("due_at", "is not", null)
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .orderBy("id")
    .limit(BATCH)
    .execute();
  let count = 0;
  for (const { id } of due) {
    const isDone = await passTime(db, id, now).catch((error: unknown) => {
      report(error, `case ${id}`);
      return false;
    });
    if (isDone) count += 1;
  }
  return count;
}

/** Another process, or somebody, may have been quicker. */
const passTime = (db: Db, caseId: number, now: number): Promise<boolean> =>
  write(db, async (trx) => {
    const row = await findCase(trx, caseId);
    if (row.due_at === null || row.due_at > now) return false;
    const act = acts[row.state];
    if (act) {
      const [kind, reason] = act;
      const by = { office: "clock", byId: null, reason: say(reason), now } as const;
      if (kind === "release") await releaseCase(trx, row, by);
      else await settleCase(trx, row, { ...by, kind, event: "time" });
    } else {
      await takeStep(trx, row, "time", { now });
    }
    return true;
  });
