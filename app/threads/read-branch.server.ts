/** One branch on its own page. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { type Room, takeFitting } from "../posts/page-size.ts";
import { placePath } from "../posts/post-place.ts";
import type { PostView } from "../posts/post-view.ts";
import { cursorAt, type ReplyOrder, walkOrder } from "../posts/tree.ts";
import { Refusal } from "../refusals.ts";
import { findAbove } from "./find-above.server.ts";
import { findStart, starts } from "./page-start.server.ts";
import { readPosts } from "./read-posts.server.ts";
import { findReplyAfter, walkBranch } from "./walk-branch.server.ts";

interface Wished {
  order: ReplyOrder;
  after: string | null;
}

export interface Branch {
  /** The post that the branch begins with. */
  first: PostView;
  /** What stands below it on this page. */
  posts: PostView[];
  /** What it answers, as far as shown above it, the nearest last; without the opening post. */
  ancestors: PostView[];
  /** A post further up, whose page leads down to this one; null where the ancestors are all. */
  above: number | null;
  /** Whether direct replies stand before these on other pages. */
  isLater: boolean;
  /** Where the next direct replies begin, or null. */
  next: string | null;
}

/** A post of the thread and what stands below it, near things first, as much as a page holds; of its direct replies those after a cursor. Throws Refusal 404 where there is no such post, and leads to its place where it is in another thread. */
export async function readBranch(
  db: Db,
  threadId: number,
  postId: number,
  { order, after }: Wished,
  room: Room,
): Promise<Branch> {
  const { thread_id, bytes, depth } = await find(db, postId);
  if (thread_id !== threadId) throw await leadToPost(db, postId, order);
  const walked = walkOrder(order);
  const cursor = readCursor(after);
  const start = await findStart(db, cursor, walked);
  // The post itself and one reply at least, so that every page leads on.
  const most = Math.max(1, room.posts - 1);
  const near = await walkBranch(db, postId, walked, start, most + 1);
  const shown = takeFitting(near.slice(0, most), 1, room.bytes - bytes);
  const last = shown.findLast((step) => step.parent_id === postId);
  const end = last && { key: last.key, at: last.posted_at, id: last.id };
  const isCut = near.length > shown.length;
  const isMore = isCut && end && (await findReplyAfter(db, postId, walked, end));
  const begin = cursor && (await findReplyAfter(db, postId, walked, starts[walked]));
  const { ancestorIds, above } = await findAbove(db, postId, depth, most);
  const ids = [postId, ...ancestorIds, ...shown.map((step) => step.id)];
  const posts = new Map((await readPosts(db, ids)).map((post) => [post.id, post]));
  const take = (ids: number[]) => ids.flatMap((id) => posts.get(id) ?? []);
  return {
    first: posts.get(postId)!,
    posts: take(shown.map((step) => step.id)),
    ancestors: take(ancestorIds),
    above,
    isLater: cursor !== null && begin?.id !== near[0]?.id,
    next: isMore ? writeCursor(cursorAt(walked, end.key, end.id)) : null,
  };
}

/** A Response that leads to where a post stands now, in an order of replies. Throws Refusal 404 for a post that is not there. */
export async function leadToPost(db: Db, postId: number, order: ReplyOrder): Promise<Response> {
  const { thread_id: id, depth, ...thread } = await find(db, postId);
  const Location = placePath({ ...thread, id }, { id: postId, depth }, order);
  return new Response(null, { status: 302, headers: { Location } });
}

async function find(db: Db, postId: number) {
  const post = await findPost.first(db, { postId });
  if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
  return post;
}

const findPost = prepared((db, value: ValueOf<{ postId: number }>) =>
  db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.thread_id", "post.depth", "thread.slug", "thread.reply_count"])
    .select(sql<number>`octet_length(post.html)`.as("bytes"))
    .where("post.id", "=", value("postId")),
);
