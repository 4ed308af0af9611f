import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";
import { threadPath } from "../threads/thread-path.ts";
import { PAGE_BYTES } from "./page-size.ts";
import { branchPath, isOnFirstPage, placePath } from "./post-place.ts";

/** A post as permissions ask for it, and its address; throws Refusal 404. */
export async function findPlace(db: Db | Trx, postId: number | null) {
  const { thread, post } = await readPost(db, postId);
  return {
    post: { id: post.id, authorId: post.author_id, isWithdrawn: post.withdrawn_at !== null },
    path: placePath(thread, post),
    threadId: thread.id,
  };
}

/** The address of a page that shows a post, also where few posts are too long for one page; throws Refusal 404. */
export async function findShown(db: Db, postId: number | null): Promise<string> {
  const { thread, post } = await readPost(db, postId);
  const isElsewhere =
    post.depth > 0 && isOnFirstPage(thread, post) && (await isLong(db, thread.id));
  return isElsewhere ? branchPath(threadPath(thread), "best", post.id) : placePath(thread, post);
}

async function readPost(db: Db | Trx, postId: number | null) {
  const row = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "post.author_id", "post.depth", "post.withdrawn_at"])
    .select(["thread.id as thread_id", "thread.slug", "thread.reply_count"])
    .where("post.id", "=", postId ?? 0)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "threads.post.not-found" });
  const { thread_id, slug, reply_count, ...post } = row;
  return { thread: { id: thread_id, slug, reply_count }, post };
}

/** Whether the replies of a thread have more bytes than a page; whoever asks knows that they are few. */
async function isLong(db: Db, threadId: number): Promise<boolean> {
  const { bytes } = await db
    .selectFrom("post")
    .select(sql<number | null>`sum(octet_length(html))`.as("bytes"))
    .where("thread_id", "=", threadId)
    .where("depth", ">", 0)
    .executeTakeFirstOrThrow();
  return Number(bytes) > PAGE_BYTES;
}
