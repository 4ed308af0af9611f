/** A post's row and all that is counted of it, for what is written here and for what is imported. */
import { type Expression, type Insertable, type Selectable, sql } from "kysely";
import { nextId } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { PostRow, PostTable, ThreadTable } from "#db/schema.ts";
import { countWords } from "../markdown/count-words.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { beginTally } from "../ranking/begin-tally.server.ts";
import type { Standards } from "../ranking/place.ts";
import { rememberThread } from "../ranking/remember-thread.server.ts";
import { freshUntil, keyOfNew } from "../ranking/thread-key.ts";
import { fromUnits } from "../ranking/units.ts";

export type Written = Pick<
  Insertable<PostTable>,
  "author_id" | "kind" | "body" | "html" | "posted_at"
> &
  Partial<
    Pick<Insertable<PostTable>, "edited_at" | "withdrawn_at" | "is_taken_back" | "liked_elsewhere">
  >;

export type Begun = Omit<
  Insertable<ThreadTable>,
  "opening_post_id" | "active_at" | "reply_count" | "person_count" | "version"
>;

/** By what and when a new post is given its place. */
export interface Placing {
  standards: Standards;
  now: number;
}

export type Parent = Pick<PostRow, "id" | "thread_id" | "branch_id" | "depth">;
export type Reply = Pick<
  PostRow,
  "id" | "thread_id" | "author_id" | "parent_id" | "branch_id" | "depth"
>;

/** Inserts a thread with its opening post, counts its author and gives both their places. */
export async function insertThread(
  trx: Trx,
  begun: Begun,
  opening: Written,
  { standards, now }: Placing,
) {
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
  const { substance } = await beginTally(
    trx,
    {
      ...{ postId: post.id, threadId: thread.id, authorId: opening.author_id },
      ...{ parentId: null, depth: 0, postedAt: opening.posted_at },
      ...{ words: countWords(opening.html), threadVotes: 0 },
    },
    standards,
    now,
  );
  const best = keyOfNew(fromUnits(substance), begun.started_at);
  await trx
    .updateTable("thread")
    .set({ opening_post_id: post.id, best, fresh_until: freshUntil(begun.started_at, now) })
    .where("id", "=", thread.id)
    .execute();
  return { thread: { ...thread, best }, post };
}

/** Counts a post that is about to be inserted, in its thread and topics. It comes first, for it holds the thread's row until the post is kept: so a thread's ids rise in the order in which its posts become visible. Answers the votes of the thread, or null where it does not take the post. */
export async function countInThread(
  trx: Trx,
  { threadId, authorId, postedAt }: { threadId: number; authorId: number; postedAt: number },
  isTakenWhenLocked: boolean,
): Promise<number | null> {
  const author = await countAuthor.first(trx, { threadId, authorId });
  const newPeople = author!.post_count === 1 ? 1 : 0;
  const count = isTakenWhenLocked ? countReply : countReplyUnlessLocked;
  const thread = await count.first(trx, { threadId, newPeople, postedAt });
  if (!thread) return null;
  await raiseInTopics.all(trx, { threadId, postedAt });
  await rememberThread(trx, threadId, false);
  return thread.vote_count;
}

const countAuthor = prepared((db, value: ValueOf<{ threadId: number; authorId: number }>) =>
  db
    .insertInto("thread_person")
    .values({ thread_id: value("threadId"), person_id: value("authorId"), post_count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["thread_id", "person_id"])
        .doUpdateSet((eb) => ({ post_count: eb("thread_person.post_count", "+", 1) })),
    )
    .returning("post_count"),
);

interface Counted {
  threadId: number;
  newPeople: number;
  postedAt: number;
}

const countInto = (db: Db | Trx, value: ValueOf<Counted>) =>
  db
    .updateTable("thread")
    .set((eb) => ({
      reply_count: eb("reply_count", "+", 1),
      person_count: eb("person_count", "+", value("newPeople")),
      active_at: later(value("postedAt"), eb.ref("active_at")),
      version: eb("version", "+", 1),
    }))
    .where("id", "=", value("threadId"))
    .returning("vote_count");

const countReply = prepared(countInto);
const countReplyUnlessLocked = prepared((db, value: ValueOf<Counted>) =>
  countInto(db, value).where("locked_at", "is", null),
);

const raiseInTopics = prepared((db, value: ValueOf<{ threadId: number; postedAt: number }>) =>
  db
    .updateTable("thread_topic")
    .set((eb) => ({ active_at: later(value("postedAt"), eb.ref("active_at")) }))
    .where("thread_id", "=", value("threadId")),
);

/** The later of a time and a column's: an import brings posts that are older than the last. */
const later = (time: Expression<number>, column: Expression<number>) =>
  sql<number>`case when ${column} < ${time} then ${time} else ${column} end`;

/** Inserts a reply below its parent, and gives it its place in a thread of so many votes. */
export async function insertReply(
  trx: Trx,
  parent: Parent,
  written: Written,
  { standards, now, threadVotes }: Placing & { threadVotes: number },
): Promise<Reply> {
  const placed = {
    thread_id: parent.thread_id,
    author_id: written.author_id,
    parent_id: parent.id,
    branch_id: parent.branch_id,
    depth: parent.depth + 1,
  };
  const row = {
    ...{ edited_at: null, withdrawn_at: null, is_taken_back: 0, liked_elsewhere: 0 },
    ...written,
    ...placed,
    renderer: RENDERER,
  };
  const { id } =
    row.branch_id === null
      ? await beginBranch(trx, row)
      : (await insertBelow.first(trx, { ...row, branch_id: row.branch_id }))!;
  await beginTally(
    trx,
    {
      ...{ postId: id, threadId: placed.thread_id, authorId: placed.author_id },
      ...{ parentId: parent.id, depth: placed.depth, postedAt: written.posted_at },
      ...{ words: countWords(written.html), threadVotes },
    },
    standards,
    now,
  );
  return { id, ...placed, branch_id: placed.branch_id ?? id };
}

/** A branch is known by the reply that begins it, so its number is asked for before: to change the row would write it and its indexes again. */
async function beginBranch(trx: Trx, row: Omit<Below, "branch_id">): Promise<{ id: number }> {
  const { id } = (await nextPost.first(trx, {}))!;
  await insertFirst.all(trx, { ...row, id, branch_id: id });
  return { id };
}

const nextPost = prepared((db) => db.selectNoFrom(nextId(db, "post").as("id")));

type Below = Omit<
  Selectable<PostTable>,
  "id" | "version" | "restored_at" | "reply_count" | "branch_count" | "state" | "public_from"
>;

const insertBelow = prepared((db, value: ValueOf<Below>) =>
  db.insertInto("post").values(valuesOf(value)).returning("id"),
);

const insertFirst = prepared((db, value: ValueOf<Below & { id: number }>) =>
  db.insertInto("post").values({ id: value("id"), ...valuesOf(value) }),
);

const valuesOf = (value: ValueOf<Below>) => ({
  thread_id: value("thread_id"),
  author_id: value("author_id"),
  parent_id: value("parent_id"),
  branch_id: value("branch_id"),
  depth: value("depth"),
  kind: value("kind"),
  body: value("body"),
  html: value("html"),
  renderer: value("renderer"),
  posted_at: value("posted_at"),
  edited_at: value("edited_at"),
  withdrawn_at: value("withdrawn_at"),
  is_taken_back: value("is_taken_back"),
  liked_elsewhere: value("liked_elsewhere"),
});

/** Counts a reply where it stands: below its parent, and in its branch. Answers whether the parent took it. */
export async function countBelow(
  trx: Trx,
  reply: Reply,
  isTakenWhenWithdrawn: boolean,
): Promise<boolean> {
  const count = isTakenWhenWithdrawn ? countAnswer : countAnswerUnlessWithdrawn;
  if (!(await count.first(trx, { id: reply.parent_id }))) return false;
  if (reply.branch_id !== reply.id) await countInBranch.all(trx, { id: reply.branch_id });
  return true;
}

const countAnswerOf = (db: Db | Trx, value: ValueOf<{ id: number | null }>) =>
  db
    .updateTable("post")
    .set((eb) => ({ reply_count: eb("reply_count", "+", 1) }))
    .where("id", "=", value("id"))
    .returning("id");

const countAnswer = prepared(countAnswerOf);
const countAnswerUnlessWithdrawn = prepared((db, value: ValueOf<{ id: number | null }>) =>
  countAnswerOf(db, value).where("withdrawn_at", "is", null),
);

const countInBranch = prepared((db, value: ValueOf<{ id: number | null }>) =>
  db
    .updateTable("post")
    .set((eb) => ({ branch_count: eb("branch_count", "+", 1) }))
    .where("id", "=", value("id")),
);
