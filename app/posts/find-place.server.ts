import type { Db, Trx } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";
import { placePath } from "./post-place.ts";

/** A post as permissions ask for it, and its address; throws Refusal 404. */
export async function findPlace(db: Db | Trx, postId: number | null) {
  const row = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "post.author_id", "post.depth", "post.withdrawn_at"])
    .select(["thread.id as thread_id", "thread.slug", "thread.reply_count"])
    .where("post.id", "=", postId ?? 0)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "threads.post.not-found" });
  const { id, depth, slug, reply_count } = row;
  return {
    post: { id, authorId: row.author_id, isWithdrawn: row.withdrawn_at !== null },
    path: placePath({ id: row.thread_id, slug, reply_count }, { id, depth }),
  };
}
