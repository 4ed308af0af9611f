import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { tell, untellThanks } from "../notices/tell.server.ts";
import { mayThank, type Person } from "../permissions.ts";
import { allow } from "../refusals.ts";
import { findPlace } from "./find-place.server.ts";

/** Thanks for a post, or takes the thanks back; again changes nothing. It is told to the post's author alone, in one notice for each post, moves no page's version and is no event. Answers the post's address. */
export async function thankPost(
  db: Db,
  person: Person,
  postId: number,
  { isThanked, now }: { isThanked: boolean; now: number },
): Promise<string> {
  return write(db, async (trx) => {
    const { post, path, threadId } = await findPlace(trx, postId);
    const told = { personId: post.authorId, subject: `thanks:post:${postId}` };
    if (!isThanked) {
      const { numDeletedRows } = await trx
        .deleteFrom("thanks")
        .where("post_id", "=", postId)
        .where("person_id", "=", person.id)
        .executeTakeFirst();
      if (numDeletedRows > 0n) await untellThanks(trx, { ...told, postId });
      return path;
    }
    allow(mayThank(person, post));
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("thanks")
      .values({ post_id: postId, person_id: person.id, thanked_at: now })
      .onConflict((conflict) => conflict.columns(["post_id", "person_id"]).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return path;
    await tell(trx, { ...told, kind: "thanks", fromId: person.id, threadId, postId, now });
    return path;
  });
}
