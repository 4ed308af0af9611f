/** A post's row and all that is counted of it, for what is written here and for what is imported. */
import { type Expression, type Insertable, sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import type { PostRow, PostTable, ThreadTable } from "#db/schema.ts";
import { RENDERER } from "../markdown/render.server.ts";

export type Written = Pick<
  Insertable<PostTable>,
  "author_id" | "kind" | "body" | "html" | "posted_at"
> &
  Partial<Pick<Insertable<PostTable>, "edited_at" | "withdrawn_at" | "liked_elsewhere">>;

export type Begun = Omit<
  Insertable<ThreadTable>,
  "opening_post_id" | "active_at" | "reply_count" | "person_count" | "version"
>;

export type Parent = Pick<PostRow, "id" | "thread_id" | "branch_id" | "depth">;
export type Reply = Pick<
  PostRow,
  "id" | "thread_id" | "author_id" | "parent_id" | "branch_id" | "depth"
>;

/** Inserts a thread with its opening post, and counts its author. */
export async function insertThread(trx: Trx, begun: Begun, opening: Written) {
  const thread = await trx
    .insertInto("thread")
    .values({ ...begun, active_at: begun.started_at, person_count: 1 })
    .returning(["id", "slug", "started_at", "active_at"])
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("thread_person")
    .values({ thread_id: thread.id, person_id: begun.author_id, post_count: 1 })
    .execute();
  const post = await trx
    .insertInto("post")
    .values({ ...opening, thread_id: thread.id, depth: 0, renderer: RENDERER })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("thread")
    .set({ opening_post_id: post.id })
    .where("id", "=", thread.id)
    .execute();
  return { thread, post };
}

/** Counts a post that is about to be inserted, in its thread and topics. It comes first, for it holds the thread's row until the post is kept: so a thread's ids rise in the order in which its posts become visible. Answers whether the thread took it. */
export async function countInThread(
  trx: Trx,
  { threadId, authorId, postedAt }: { threadId: number; authorId: number; postedAt: number },
  isTakenWhenLocked: boolean,
): Promise<boolean> {
  const { post_count } = await trx
    .insertInto("thread_person")
    .values({ thread_id: threadId, person_id: authorId, post_count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["thread_id", "person_id"])
        .doUpdateSet((eb) => ({ post_count: eb("thread_person.post_count", "+", 1) })),
    )
    .returning("post_count")
    .executeTakeFirstOrThrow();
  const counted = await trx
    .updateTable("thread")
    .set((eb) => ({
      reply_count: eb("reply_count", "+", 1),
      person_count: eb("person_count", "+", post_count === 1 ? 1 : 0),
      active_at: later(postedAt, eb.ref("active_at")),
      version: eb("version", "+", 1),
    }))
    .where("id", "=", threadId)
    .$if(!isTakenWhenLocked, (query) => query.where("locked_at", "is", null))
    .executeTakeFirst();
  if (counted.numUpdatedRows === 0n) return false;
  await trx
    .updateTable("thread_topic")
    .set((eb) => ({ active_at: later(postedAt, eb.ref("active_at")) }))
    .where("thread_id", "=", threadId)
    .execute();
  return true;
}

/** The later of a time and a column's: an import brings posts that are older than the last. */
const later = (time: number, column: Expression<number>) =>
  sql<number>`case when ${column} < ${time} then ${time} else ${column} end`;

/** Inserts a reply below its parent. */
export async function insertReply(trx: Trx, parent: Parent, written: Written): Promise<Reply> {
  const reply = await trx
    .insertInto("post")
    .values({
      ...written,
      thread_id: parent.thread_id,
      parent_id: parent.id,
      branch_id: parent.branch_id,
      depth: parent.depth + 1,
      renderer: RENDERER,
    })
    .returning(["id", "thread_id", "author_id", "parent_id", "branch_id", "depth"])
    .executeTakeFirstOrThrow();
  if (reply.branch_id !== null) return reply;
  await trx.updateTable("post").set({ branch_id: reply.id }).where("id", "=", reply.id).execute();
  return { ...reply, branch_id: reply.id };
}

/** Counts a reply where it stands: below its parent, and in its branch. Answers whether the parent took it. */
export async function countBelow(
  trx: Trx,
  reply: Reply,
  isTakenWhenWithdrawn: boolean,
): Promise<boolean> {
  const answered = await trx
    .updateTable("post")
    .set((eb) => ({ reply_count: eb("reply_count", "+", 1) }))
    .where("id", "=", reply.parent_id)
    .$if(!isTakenWhenWithdrawn, (query) => query.where("withdrawn_at", "is", null))
    .executeTakeFirst();
  if (answered.numUpdatedRows === 0n) return false;
  if (reply.branch_id !== reply.id) {
    await trx
      .updateTable("post")
      .set((eb) => ({ branch_count: eb("branch_count", "+", 1) }))
      .where("id", "=", reply.branch_id)
      .execute();
  }
  return true;
}
