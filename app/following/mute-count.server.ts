import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";

/** Lets nobody else change what this person follows and mutes until the transaction ends, so that what is counted stays true. */
export async function holdPerson(trx: Trx, personId: number): Promise<void> {
  await trx
    .updateTable("person")
    .set({ mute_count: sql.ref("mute_count") })
    .where("id", "=", personId)
    .execute();
}

/** Counts what a person mutes now more, or less. */
export async function moveMuteCount(trx: Trx, personId: number, by: number): Promise<void> {
  if (by === 0) return;
  await trx
    .updateTable("person")
    .set((eb) => ({ mute_count: eb("mute_count", "+", by) }))
    .where("id", "=", personId)
    .execute();
}
