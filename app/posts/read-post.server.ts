import type { Db } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";

/** A post with its source and its thread, for the forms about it; throws Refusal 404. */
export async function readPost(db: Db, postId: number | null) {
  const row = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select([
      "post.id",
      "post.thread_id",
      "post.parent_id",
      "post.author_id",
      "person.name as author",
      "post.kind",
      "post.body",
      "post.html",
      "post.version",
      "post.depth",
      "post.posted_at",
      "post.edited_at",
      "post.withdrawn_at",
      "post.state",
      "post.is_taken_back",
      "post.public_from",
      "thread.title",
      "thread.slug",
      "thread.norms",
      "thread.locked_at",
      "thread.reply_count",
      "thread.opening_post_id",
    ])
    .where("post.id", "=", postId ?? 0)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "threads.post.not-found" });
  return {
    ...row,
    authorId: row.author_id,
    isWithdrawn: row.withdrawn_at !== null,
    isTakenBack: row.is_taken_back === 1,
    isLocked: row.locked_at !== null,
  };
}

/** The names of a thread's topics, in order. */
export async function readTopicNames(db: Db, threadId: number): Promise<string[]> {
  const rows = await db
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select("topic.name")
    .where("thread_topic.thread_id", "=", threadId)
    .orderBy("thread_topic.position")
    .execute();
  return rows.map((row) => row.name);
}

/** The post that a reply would answer: the one named, else the opening post; throws Refusal 404 when it is not in the thread. */
export async function readReplySetting(db: Db, threadId: number, parentId: number | null) {
  const thread = await db
    .selectFrom("thread")
    .innerJoin("person", "person.id", "thread.author_id")
    .select(["thread.opening_post_id", "person.name as threadAuthor"])
    .where("thread.id", "=", threadId)
    .executeTakeFirst();
  if (!thread) throw new Refusal(404, { key: "threads.not-found" });
  const post = await readPost(db, parentId ?? thread.opening_post_id);
  if (post.thread_id !== threadId) throw new Refusal(404, { key: "threads.parent.unknown" });
  return { ...post, threadAuthor: thread.threadAuthor };
}
