import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { tallyAgain } from "../ranking/fit/tally-again.server.ts";

/** Takes half of the weight of all votes on a post, which were on a text that was mostly another; who votes anew votes in full. */
export async function halveVotes(trx: Trx, postId: number, now: number): Promise<void> {
  await trx
    .updateTable("vote")
    .set({
      halvings: sql<number>`halvings + 1`,
      // Whole numbers: the last billionth is of no weight, and comes right at night.
      ...{ weight: sql<number>`weight / 2`, to_left: sql<number>`to_left / 2` },
      to_right: sql<number>`to_right / 2`,
    })
    .where("post_id", "=", postId)
    .execute();
  const { leaning } = await trx
    .selectFrom("tally")
    .select("leaning")
    .where("post_id", "=", postId)
    .executeTakeFirstOrThrow();
  await tallyAgain(trx, [postId], () => leaning, now);
}
