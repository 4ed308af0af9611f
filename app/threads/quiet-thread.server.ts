import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { recordAct } from "../moderation/act.server.ts";
import { QUIET_SECONDS } from "../pace/branch-pace.ts";
import { isAdministrator, isModerator, mayQuiet, type Person } from "../permissions.ts";
import { stillMay } from "../still-may.server.ts";
import { findLastAct, refuseSame } from "./find-last-act.server.ts";
import { findThread } from "./find-thread.server.ts";
import { threadPath } from "./thread-path.ts";

interface Wish {
  isEnded: boolean;
  reason: string;
  /** Epoch seconds. */
  now: number;
}

/** Quiets a thread for 48 hours, as its author may, or ends that early, as moderators may too; the reason is everybody's to read. Answers the thread's path; where it is so already, it refuses with 409. */
export async function quietThread(
  db: Db,
  person: Person,
  threadId: number,
  { isEnded, reason, now }: Wish,
): Promise<string> {
  const why = demandReason(reason);
  return write(db, async (trx) => {
    const thread = await findThread(trx, threadId);
    const asking = await stillMay(trx, person, (then) =>
      mayQuiet(then, { authorId: thread.author_id }, isEnded),
    );
    const isQuiet = thread.quiet_until !== null && thread.quiet_until > now;
    const kind = isEnded ? "unquiet" : "quiet";
    if (isQuiet !== isEnded) {
      await refuseSame(trx, person, threadId, { kind, reason: why });
      return threadPath(thread);
    }
    const until = isEnded ? null : now + QUIET_SECONDS;
    await setQuiet(trx, threadId, until);
    await recordAct(trx, {
      ...{ kind, office: officeOf(asking, thread.author_id) },
      ...{ byId: person.id, aboutId: thread.author_id, threadId, reason: why, now },
      ...{ before: { until: thread.quiet_until }, untilAt: until },
      undoesId: isEnded ? await findLastAct(trx, threadId, "quiet") : null,
    });
    return threadPath(thread);
  });
}

function officeOf(person: Person, authorId: number) {
  if (person.id === authorId || !isModerator(person)) return "author";
  return isAdministrator(person) ? "administrator" : "moderator";
}

export async function setQuiet(trx: Trx, threadId: number, until: number | null): Promise<void> {
  await trx
    .updateTable("thread")
    .set((eb) => ({ quiet_until: until, version: eb("version", "+", 1) }))
    .where("id", "=", threadId)
    .execute();
}
