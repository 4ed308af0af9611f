/** A page's worth of a thread: whole branches in their order, until the page is full. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { type Cursor, readCursor, writeCursor } from "../cursor.ts";
import { takeFitting } from "../posts/page-size.ts";
import { PAGE_POSTS } from "../posts/post-place.ts";
import type { ReplyOrder } from "../posts/tree.ts";
import { readPosts } from "./read-posts.server.ts";

interface Wished {
  order: ReplyOrder;
  after: string | null;
}

/** Posts of the branches that begin on this page (as many as a page holds, parents before replies), their first posts in order, and the cursor of what follows. */
export async function readBranches(db: Db, openingId: number, { order, after }: Wished) {
  const places = await db
    .selectFrom(headsOf(db, openingId, order, readCursor(after)).as("head"))
    .innerJoin("post", "post.branch_id", "head.id")
    .select(["post.id", "post.branch_id", "post.branch_count", "post.posted_at"])
    .select((eb) => eb.fn<number>("octet_length", ["post.html"]).as("bytes"))
    .where("head.before", "<", PAGE_POSTS)
    .orderBy("head.place")
    .orderBy("post.posted_at")
    .orderBy("post.id")
    .limit(PAGE_POSTS)
    .execute();
  const shown = takeFitting(places);
  const posts = await readPosts(
    db,
    shown.map((post) => post.id),
  );
  const roots = [...new Set(shown.map((post) => post.branch_id!))];
  if (shown.length === places.length && places.length < PAGE_POSTS) {
    return { posts, roots, next: null };
  }
  const last = shown.find((post) => post.id === roots.at(-1))!;
  const isByTime = order === "new" || order === "old";
  const cursor = { by: isByTime ? last.posted_at : last.branch_count, id: last.id };
  const more = await headsOf(db, openingId, order, cursor).limit(1).executeTakeFirst();
  return { posts, roots, next: more ? writeCursor(cursor) : null };
}

const directions = {
  best: sql`branch_count desc, posted_at, id`,
  active: sql`branch_count desc, posted_at, id`,
  new: sql`posted_at desc, id desc`,
  old: sql`posted_at, id`,
};

/** The replies to the opening post from the cursor on, each with its place and the posts that stand before its branch. */
function headsOf(db: Db, openingId: number, order: ReplyOrder, cursor: Cursor | null) {
  const direction = directions[order];
  return db
    .selectFrom("post")
    .select([
      "id",
      sql<number>`row_number() over (order by ${direction})`.as("place"),
      sql<number>`sum(1 + branch_count) over (order by ${direction} rows unbounded preceding) - 1 - branch_count`.as(
        "before",
      ),
    ])
    .where("parent_id", "=", openingId)
    .$if(cursor !== null, (query) => query.where(isAfter(order, cursor!)))
    .orderBy(direction)
    .limit(PAGE_POSTS);
}

/** Whether a reply stands after the cursor's in the order. */
function isAfter(order: ReplyOrder, { by, id }: Cursor) {
  if (order === "new") return sql<boolean>`(posted_at, id) < (${by}, ${id})`;
  if (order === "old") return sql<boolean>`(posted_at, id) > (${by}, ${id})`;
  const postedAt = sql`(select posted_at from post where id = ${id})`;
  return sql<boolean>`(branch_count < ${by} or (branch_count = ${by} and (posted_at, id) > (${postedAt}, ${id})))`;
}
