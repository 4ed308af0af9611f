import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { recordEvent } from "../events/record.server.ts";
import { mayModerate, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { threadPath } from "./thread-path.ts";

export type ThreadAct = "pin" | "lock";

/** Pins or locks a thread, or undoes it, with the reason that everybody reads in the log. Answers the thread's path; done already, it is left as it is. */
export async function moderateThread(
  db: Db,
  person: Person,
  threadId: number,
  {
    act,
    isUndone,
    reason,
    now,
  }: { act: ThreadAct; isUndone: boolean; reason: string; now: number },
): Promise<string> {
  allow(mayModerate(person));
  const why = demandReason(reason);
  const at = act === "pin" ? ("pinned_at" as const) : ("locked_at" as const);
  const by = act === "pin" ? ("pinned_by_id" as const) : ("locked_by_id" as const);
  return write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    const thread = await trx
      .selectFrom("thread")
      .select(["id", "slug"])
      .where("id", "=", threadId)
      .executeTakeFirst();
    if (!thread) throw new Refusal(404, { key: "threads.not-found" });
    const changed = await trx
      .updateTable("thread")
      .set((eb) => ({
        [at]: isUndone ? null : now,
        [by]: isUndone ? null : person.id,
        version: eb("version", "+", 1),
      }))
      .where("id", "=", threadId)
      .where(at, isUndone ? "is not" : "is", null)
      .executeTakeFirst();
    if (changed.numUpdatedRows > 0n) {
      await recordEvent(trx, {
        kind: `thread-${isUndone ? "un" : ""}${act === "pin" ? "pinned" : "locked"}`,
        at: now,
        personId: person.id,
        threadId,
        reason: why,
      });
    }
    return threadPath(thread);
  });
}
