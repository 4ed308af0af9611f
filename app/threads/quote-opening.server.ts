import type { Trx } from "#db/open.server.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { isAway, isFolded } from "../moderation/states.ts";

/** Lets lists quote of a thread what its opening post says now: nothing of one that is withdrawn, folded or kept away. */
export async function quoteOpening(trx: Trx, threadId: number): Promise<void> {
  const post = await trx
    .selectFrom("thread")
    .innerJoin("post", "post.id", "thread.opening_post_id")
    .select(["post.html", "post.state", "post.withdrawn_at"])
    .where("thread.id", "=", threadId)
    .executeTakeFirstOrThrow();
  const isQuoted = post.withdrawn_at === null && !isFolded(post.state) && !isAway(post.state);
  await trx
    .updateTable("thread")
    .set({ excerpt: isQuoted ? excerpt(post.html) : "" })
    .where("id", "=", threadId)
    .execute();
}
