import type { Trx } from "#db/open.server.ts";
import { undoThreadAct } from "../threads/undo-thread-act.server.ts";
import type { ActRow } from "./find-act.server.ts";

/** Takes back what an act did to a thread. */
export async function reverseOnThread(trx: Trx, act: ActRow, now: number): Promise<void> {
  await undoThreadAct(trx, act, { personId: act.by_id ?? 0, now });
}
