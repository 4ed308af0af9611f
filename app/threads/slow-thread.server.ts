import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { recordAct } from "../moderation/act.server.ts";
import { slowSteps } from "../pace/slow-steps.ts";
import { isAdministrator, mayModerate, type Person } from "../permissions.ts";
import { allow, WrongForm } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { findLastAct, refuseOwn, refuseSame } from "./find-last-act.server.ts";
import { findThread } from "./find-thread.server.ts";
import { threadPath } from "./thread-path.ts";

interface Wish {
  /** Between two replies of one person, one of the steps; null for no slow mode. */
  seconds: number | null;
  reason: string;
  /** Epoch seconds. */
  now: number;
}

/** Sets how long everybody but moderators waits between two replies in a thread, or ends that, with the reason that everybody reads. Answers the thread's path; where it is so already, it refuses with 409. */
export async function slowThread(
  db: Db,
  person: Person,
  threadId: number,
  { seconds, reason, now }: Wish,
): Promise<string> {
  allow(mayModerate(person));
  const why = demandReason(reason);
  if (seconds !== null && !slowSteps.includes(seconds)) {
    throw new WrongForm({ seconds: { key: "shields.slow.unknown" } });
  }
  return write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    const thread = await findThread(trx, threadId);
    await refuseOwn(trx, person, { authorId: thread.author_id, threadId }, "slow");
    const kind = seconds === null ? "unslow" : "slow";
    if (thread.slow_seconds === seconds) {
      await refuseSame(trx, person, threadId, { kind, reason: why });
      return threadPath(thread);
    }
    await setSlow(trx, threadId, seconds);
    await recordAct(trx, {
      kind,
      office: isAdministrator(person) ? "administrator" : "moderator",
      ...{ byId: person.id, aboutId: thread.author_id, threadId, reason: why, now },
      before: { seconds: thread.slow_seconds },
      undoesId: seconds === null ? await findLastAct(trx, threadId, "slow") : null,
      details: { before: minutes(thread.slow_seconds), after: minutes(seconds) },
    });
    return threadPath(thread);
  });
}

const minutes = (seconds: number | null) => (seconds === null ? null : seconds / 60);

export async function setSlow(trx: Trx, threadId: number, seconds: number | null): Promise<void> {
  await trx
    .updateTable("thread")
    .set((eb) => ({ slow_seconds: seconds, version: eb("version", "+", 1) }))
    .where("id", "=", threadId)
    .execute();
}
