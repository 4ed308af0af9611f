import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

interface Gain {
  threadId: number;
  authorId: number;
  /** By how much it moves, in billionths. */
  gain: number;
}

const add = prepared((db, value: ValueOf<Gain>) =>
  db
    .updateTable("thread_person")
    .set((eb) => ({ gain: eb("gain", "+", value("gain")) }))
    .where("thread_id", "=", value("threadId"))
    .where("person_id", "=", value("authorId")),
);

/** Moves what an author's replies have of substance beyond the usual in a thread. */
export async function addGain(trx: Trx, moved: Gain): Promise<void> {
  if (moved.gain !== 0) await add.all(trx, moved);
}
