/** A page's worth of a thread: whole branches in their order, until the page is full. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { lastBeforeGap, writeCursor } from "../cursor.ts";
import { type Room, takeFitting } from "../posts/page-size.ts";
import type { PostView } from "../posts/post-view.ts";
import { type ReplyOrder, walkOrder } from "../posts/tree.ts";
import { bringOtherHead } from "./bring-other-head.server.ts";
import { starts } from "./page-start.server.ts";
import { cursorAfter, type Head, readHeads } from "./read-heads.server.ts";
import { readPosts, readPostsOfBranches } from "./read-posts.server.ts";
import { walkBranch } from "./walk-branch.server.ts";

interface Wished {
  order: ReplyOrder;
  after: string | null;
}

interface Branches {
  posts: PostView[];
  /** The first posts of the branches, in order. */
  roots: number[];
  /** Whether branches stand before these on other pages. */
  isLater: boolean;
  /** The cursor of what follows. */
  next: string | null;
}

/** Posts of the branches that stand on one page, their first posts in order, and the cursor of what follows. A branch is cut only where the page would stay half empty without it. */
export async function readBranches(
  db: Db,
  openingId: number,
  { order, after }: Wished,
  room: Room,
): Promise<Branches> {
  const { heads: inOrder, isLater } = await readHeads(db, openingId, order, after, room.posts + 1);
  const isBest = order === "best" && !isLater;
  const { heads, broughtId } = isBest
    ? await bringOtherHead(db, inOrder)
    : { heads: inOrder, broughtId: null };
  const { whole, cut, left } = await fill(db, heads, room);
  const posts = await readPostsOfBranches(db, whole);
  if (cut) posts.push(...(await readBeginning(db, cut, order, left)));
  for (const post of posts) if (post.id === broughtId) post.isOtherView = true;
  const roots = cut ? [...whole, cut.id] : whole;
  const { last, isMore } = lastBeforeGap(inOrder, new Set(roots));
  const next = last && isMore ? writeCursor(cursorAfter(order, last)) : null;
  return { posts, roots, isLater, next };
}

/** Which branches fit whole, the one after them where it is to be cut, and the room that is left for it. */
async function fill(db: Db, heads: Head[], room: Room) {
  const branchIds = takeNear(heads, room.posts);
  const rows = branchIds.length > 0 ? await sizesOf.all(db, { branchIds }) : [];
  const sizes = new Map(rows.map((size) => [size.branch_id, size]));
  const whole: number[] = [];
  const left = { ...room };
  for (const head of heads) {
    const size = sizes.get(head.id);
    if (!size || size.posts > left.posts || size.bytes > left.bytes) {
      const isHalfEmpty = left.posts * 2 >= room.posts && left.bytes * 2 >= room.bytes;
      return { whole, cut: isHalfEmpty ? head : null, left };
    }
    whole.push(head.id);
    left.posts -= size.posts;
    left.bytes -= size.bytes;
  }
  return { whole, cut: null, left };
}

/** The first branches that hold no more posts together than a page. */
function takeNear(heads: Head[], most: number): number[] {
  let posts = 0;
  const end = heads.findIndex((head) => {
    posts += 1 + head.branch_count;
    return posts > most;
  });
  return heads.slice(0, end < 0 ? heads.length : end).map((head) => head.id);
}

const sizesOf = prepared((db, value: ValueOf<{ branchIds: readonly number[] }>) =>
  db
    .selectFrom("post")
    .select((eb) => [
      eb.ref("branch_id").$notNull().as("branch_id"),
      sql<number>`count(*)`.as("posts"),
      sql<number>`sum(octet_length(html))`.as("bytes"),
    ])
    .where(isAmong(db, sql.ref("branch_id"), value("branchIds")))
    .groupBy("branch_id"),
);

/** A branch as far as there is room. */
async function readBeginning(db: Db, head: Head, order: ReplyOrder, room: Room) {
  const walked = walkOrder(order);
  const below = await walkBranch(db, head.id, walked, starts[walked], room.posts - 1);
  const [first] = await readPosts(db, [head.id]);
  const bytes = room.bytes - Buffer.byteLength(first?.html ?? "");
  const shown = takeFitting(below, 0, bytes).map((step) => step.id);
  return [...(first ? [first] : []), ...(await readPosts(db, shown))];
}
