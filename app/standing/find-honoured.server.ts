import type { Db, Trx } from "#db/open.server.ts";
import { placePath } from "../posts/post-place.ts";
import { Refusal } from "../refusals.ts";

/** A post that somebody wants to honour, as permissions ask for it and as its page names it; throws Refusal 404. */
export async function findHonoured(db: Db | Trx, postId: number | null) {
  const row = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "post.author_id", "post.depth", "post.withdrawn_at"])
    .select(["person.name as author", "thread.id as thread_id", "thread.title"])
    .select(["thread.slug", "thread.reply_count"])
    .where("post.id", "=", postId ?? 0)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "threads.post.not-found" });
  const { thread_id, slug, reply_count } = row;
  return {
    id: row.id,
    authorId: row.author_id,
    author: row.author,
    isWithdrawn: row.withdrawn_at !== null,
    threadId: thread_id,
    title: row.title,
    path: placePath({ id: thread_id, slug, reply_count }, row),
  };
}
