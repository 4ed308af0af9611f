import type { Trx } from "#db/open.server.ts";
import { moreTopics } from "./topics.ts";

/** Adds the topics of a large forum to those that are there; answers the ids of all that threads may have. */
export async function addMoreTopics(trx: Trx, at: number): Promise<number[]> {
  await trx
    .insertInto("topic")
    .values(moreTopics.map((topic) => ({ ...topic, made_at: at })))
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .execute();
  const rows = await trx
    .selectFrom("topic")
    .select("id")
    .where("merged_into_id", "is", null)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}
