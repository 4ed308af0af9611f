/** A page's worth of a thread: whole branches in their order, until the page is full. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { type Cursor, readCursor, writeCursor } from "../cursor.ts";
import { PAGE_POSTS } from "../posts/post-place.ts";
import { type PostView, postColumns, toPostView } from "../posts/post-view.ts";
import type { ReplyOrder } from "../posts/tree.ts";

interface Wished {
  order: ReplyOrder;
  after: string | null;
}

/** Posts of the branches that begin on this page (at most PAGE_POSTS of them, parents before replies), their first posts in order, and the cursor of what follows. */
export async function readBranches(db: Db, openingId: number, { order, after }: Wished) {
  const heads = headsOf(db, openingId, order, readCursor(after));
  const rows = await db
    .selectFrom(heads.as("head"))
    .innerJoin("post", "post.branch_id", "head.id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(postColumns)
    .select(["post.branch_id", "post.branch_count"])
    .where("head.before", "<", PAGE_POSTS)
    .orderBy("head.place")
    .orderBy("post.id")
    .limit(PAGE_POSTS)
    .execute();
  const posts: PostView[] = rows.map(toPostView);
  const roots = [...new Set(rows.map((row) => row.branch_id!))];
  if (rows.length < PAGE_POSTS) return { posts, roots, next: null };
  const last = rows.find((row) => row.id === roots.at(-1))!;
  const cursor = { by: last.branch_count, id: last.id };
  const more = await headsOf(db, openingId, order, cursor).limit(1).executeTakeFirst();
  return { posts, roots, next: more ? writeCursor(cursor) : null };
}

const directions = {
  best: sql`branch_count desc, id`,
  active: sql`branch_count desc, id`,
  new: sql`id desc`,
  old: sql`id`,
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
    .$if(cursor !== null, (query) =>
      query.where((eb) => {
        const { by, id } = cursor!;
        if (order === "new") return eb("id", "<", id);
        if (order === "old") return eb("id", ">", id);
        return eb.or([
          eb("branch_count", "<", by),
          eb.and([eb("branch_count", "=", by), eb("id", ">", id)]),
        ]);
      }),
    )
    .orderBy(direction)
    .limit(PAGE_POSTS);
}
