import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { maySave, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";

/** Saves a post for its reader to find again, or lets go of it; again changes nothing, and nobody else is told. */
export async function savePost(
  db: Db,
  person: Person,
  postId: number,
  { isSaved, now }: { isSaved: boolean; now: number },
): Promise<void> {
  await write(db, async (trx) => {
    if (!isSaved) {
      await trx
        .deleteFrom("saved_post")
        .where("person_id", "=", person.id)
        .where("post_id", "=", postId)
        .execute();
      return;
    }
    const post = await trx
      .selectFrom("post")
      .select("withdrawn_at")
      .where("id", "=", postId)
      .executeTakeFirst();
    if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
    allow(maySave(person, { isWithdrawn: post.withdrawn_at !== null }));
    await trx
      .insertInto("saved_post")
      .values({ person_id: person.id, post_id: postId, saved_at: now })
      .onConflict((conflict) => conflict.columns(["person_id", "post_id"]).doNothing())
      .execute();
  });
}
