import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";

/** How often a person was thanked, and by how many; for their eyes alone. */
export async function countThanks(
  db: Db,
  personId: number,
): Promise<{ thanks: number; people: number }> {
  return db
    .selectFrom("post")
    .innerJoin("thanks", "thanks.post_id", "post.id")
    .select([
      sql<number>`count(*)`.as("thanks"),
      sql<number>`count(distinct thanks.person_id)`.as("people"),
    ])
    .where("post.author_id", "=", personId)
    .executeTakeFirstOrThrow();
}
