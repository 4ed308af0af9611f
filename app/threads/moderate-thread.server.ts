import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { recordAct } from "../moderation/act.server.ts";
import { boundPower, tellOfStop } from "../moderation/stop-moderator.server.ts";
import { isAdministrator, mayModerate, type Person } from "../permissions.ts";
import { allow } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { findLastAct, refuseOwn, refuseSame } from "./find-last-act.server.ts";
import { findThread } from "./find-thread.server.ts";
import { threadPath } from "./thread-path.ts";

export type ThreadAct = "pin" | "lock";

/** Pins or locks a thread, or undoes it, with the reason that everybody reads in the log. Answers the thread's path; where it is so already, it refuses with 409. */
export async function moderateThread(
  db: Db,
  person: Person,
  threadId: number,
  {
    act,
    isUndone,
    reason,
    limits = 1,
    now,
  }: { act: ThreadAct; isUndone: boolean; reason: string; limits?: number; now: number },
): Promise<string> {
  allow(mayModerate(person));
  const why = demandReason(reason);
  const done = write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    if (!isUndone) await boundPower(trx, person, act, now, limits);
    const thread = await findThread(trx, threadId);
    await refuseOwn(trx, person, { authorId: thread.author_id, threadId }, act);
    const doing = { act, isUndone, personId: person.id, now };
    const kind = isUndone ? (`un${act}` as const) : act;
    if (!(await setMark(trx, threadId, doing))) {
      await refuseSame(trx, person, threadId, { kind, reason: why });
      return threadPath(thread);
    }
    await recordAct(trx, {
      kind,
      office: isAdministrator(person) ? "administrator" : "moderator",
      ...{ byId: person.id, threadId, reason: why, now },
      aboutId: act === "lock" ? thread.author_id : null,
      undoesId: isUndone ? await findLastAct(trx, threadId, act) : null,
    });
    return threadPath(thread);
  });
  return tellOfStop(db, person, done, now);
}

/** Sets or takes away the mark of an act; answers whether that changed anything. */
export async function setMark(
  trx: Trx,
  threadId: number,
  {
    act,
    isUndone,
    personId,
    now,
  }: { act: ThreadAct; isUndone: boolean; personId: number; now: number },
): Promise<boolean> {
  const at = act === "pin" ? ("pinned_at" as const) : ("locked_at" as const);
  const by = act === "pin" ? ("pinned_by_id" as const) : ("locked_by_id" as const);
  const changed = await trx
    .updateTable("thread")
    .set((eb) => ({
      [at]: isUndone ? null : now,
      [by]: isUndone ? null : personId,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", threadId)
    .where(at, isUndone ? "is not" : "is", null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
