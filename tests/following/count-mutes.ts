/** What a person mutes, counted anew. */
import type { Db } from "#db/open.server.ts";

/** The count that is kept, and what it must be. */
export async function muteCounts(db: Db, personId: number) {
  const { mute_count } = await db
    .selectFrom("person")
    .select("mute_count")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const muted = await db
    .selectFrom("follow")
    .select("object_id")
    .where("person_id", "=", personId)
    .where("level", "=", "muted")
    .execute();
  const words = await db
    .selectFrom("mute_word")
    .select("word")
    .where("person_id", "=", personId)
    .execute();
  return { kept: mute_count, counted: muted.length + words.length };
}
