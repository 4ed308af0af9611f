import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { isFolded } from "../moderation/states.ts";
import { mayRestore, mayWithdraw, type Person } from "../permissions.ts";
import { retally } from "../ranking/retally.server.ts";
import { raiseQuotedThreads } from "../references/record-references.server.ts";
import { allow, Refusal } from "../refusals.ts";
import { placePath } from "./post-place.ts";

/** Takes a post back, or shows it again: its author's to do, its replies stay. Answers the post's address. */
export async function withdrawPost(
  db: Db,
  person: Person,
  postId: number,
  { isRestored, now }: { isRestored: boolean; now: number },
): Promise<string> {
  return write(db, async (trx) => {
    const post = await trx
      .selectFrom("post")
      .select(["id", "thread_id", "author_id", "depth", "html", "withdrawn_at", "state"])
      .where("id", "=", postId)
      .executeTakeFirst();
    if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
    const { author_id: authorId, withdrawn_at, state } = post;
    const asked = { authorId, isWithdrawn: withdrawn_at !== null, state };
    allow(isRestored ? mayRestore(person, asked) : mayWithdraw(person, asked));
    const changed = await trx
      .updateTable("post")
      .set(
        isRestored
          ? { withdrawn_at: null, restored_at: now, is_taken_back: 0 }
          : { withdrawn_at: now, is_taken_back: 1 },
      )
      .where("id", "=", postId)
      .where("author_id", "=", person.id)
      .where("withdrawn_at", isRestored ? "is not" : "is", null)
      .where("state", "=", state)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) {
      throw new Refusal(409, { key: `threads.withdrawn.${isRestored ? "not" : "already"}` });
    }
    const thread = await trx
      .updateTable("thread")
      .set((eb) => ({
        version: eb("version", "+", 1),
        // Lists and descriptions quote the opening post.
        ...(post.depth === 0
          ? { excerpt: isRestored && !isFolded(state) ? excerpt(post.html) : "" }
          : {}),
      }))
      .where("id", "=", post.thread_id)
      .returning(["id", "slug", "reply_count"])
      .executeTakeFirstOrThrow();
    await raiseQuotedThreads(trx, postId);
    await retally(trx, postId, {}, now);
    await recordEvent(trx, {
      kind: isRestored ? "post-restored" : "post-withdrawn",
      at: now,
      personId: person.id,
      threadId: thread.id,
      postId,
    });
    return placePath(thread, post);
  });
}
