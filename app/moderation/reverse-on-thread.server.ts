import type { Trx } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";
import type { ActRow } from "./undo-act.server.ts";

const cleared: Record<string, object> = {
  pin: { pinned_at: null, pinned_by_id: null },
  lock: { locked_at: null, locked_by_id: null },
  slow: { slow_seconds: null },
  quiet: { quiet_until: null },
};

/** Takes back what an act did to a thread. */
export async function reverseOnThread(trx: Trx, act: ActRow, now: number): Promise<void> {
  const undone = cleared[act.kind];
  if (!undone || act.thread_id === null) throw new Refusal(409, { key: "deeds.act.final" });
  void now;
  await trx
    .updateTable("thread")
    .set((eb) => ({ ...undone, version: eb("version", "+", 1) }))
    .where("id", "=", act.thread_id)
    .execute();
}
