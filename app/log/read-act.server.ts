import type { Db } from "#db/open.server.ts";
import { isActOfPower } from "../events/event.ts";
import { Refusal } from "../refusals.ts";
import type { LogEntry } from "./log-entry.ts";
import { readEntries } from "./read-log.server.ts";

/** Of a case's course so many acts are shown. */
const MOST_ACTS = 50;

export interface Act {
  entry: LogEntry;
  /** Null for what is no act of moderation. */
  action: {
    kind: string;
    caseId: number | null;
    aboutId: number | null;
    byId: number | null;
    /** Its case, where that is open. */
    openCaseId: number | null;
  } | null;
  /** What else was done in the same case, the oldest first, with this act among it. */
  course: LogEntry[];
  appeal: ActAppeal | null;
}

export interface ActAppeal {
  madeAt: number;
  verdict: "upheld" | "overturned" | null;
  reason: string | null;
}

/** An entry of the public log with the course of its case and its appeal, as everybody may read them; throws Refusal 404. */
export async function readAct(db: Db, id: number): Promise<Act> {
  const [entry] = await readEntries(db, [id]);
  if (!entry || !isActOfPower(entry.kind)) throw new Refusal(404, { key: "log.act.none" });
  const action = await db
    .selectFrom("action")
    .leftJoin("case", (join) =>
      join.onRef("case.id", "=", "action.case_id").on("case.closed_at", "is", null),
    )
    .select(["action.kind", "action.case_id as caseId", "action.about_id as aboutId"])
    .select(["action.by_id as byId", "case.id as openCaseId"])
    .where("action.id", "=", id)
    .executeTakeFirst();
  if (!action) return { entry, action: null, course: [], appeal: null };
  const appeal = await db
    .selectFrom("appeal")
    .select(["made_at as madeAt", "verdict", "reason"])
    .where("action_id", "=", id)
    .executeTakeFirst();
  return {
    ...{ entry, action, appeal: appeal ?? null },
    course: action.caseId === null ? [] : await readCourse(db, action.caseId),
  };
}

async function readCourse(db: Db, caseId: number): Promise<LogEntry[]> {
  const acts = await db
    .selectFrom("action")
    .select("id")
    .where("case_id", "=", caseId)
    .orderBy("id")
    .limit(MOST_ACTS)
    .execute();
  if (acts.length < 2) return [];
  const entries = await readEntries(
    db,
    acts.map(({ id }) => id),
  );
  return entries.reverse();
}
