/** Where a post is shown. */
import { threadPath } from "../threads/thread-path.ts";
import { PAGE_POSTS } from "./page-size.ts";
import type { ReplyOrder } from "./tree.ts";

export { PAGE_POSTS } from "./page-size.ts";

/** The address of a post in its thread: the thread's first page while that holds all of it, else the page of the post's own branch. */
export function placePath(
  thread: { id: number; slug: string; reply_count: number },
  post: { id: number; depth: number },
  order: ReplyOrder = "best",
): string {
  const path = threadPath(thread);
  return isOnFirstPage(thread, post)
    ? `${path}${pageQuery(order)}#post-${post.id}`
    : branchPath(path, order, post.id);
}

/** Whether a thread's first page has room for all its posts, as long as they are of usual length, or the post opens it. */
export const isOnFirstPage = (thread: { reply_count: number }, post: { depth: number }): boolean =>
  thread.reply_count <= PAGE_POSTS || post.depth === 0;

/** The address of a post's own page, with what stands below it. */
export const branchPath = (path: string, order: ReplyOrder, postId: number) =>
  `${path}${pageQuery(order, postId)}#post-${postId}`;

/** What follows a thread's path in the address of one of its pages, or of a page of one branch; empty for its first page. */
export function pageQuery(
  order: ReplyOrder,
  branchId: number | null = null,
  after: string | null = null,
): string {
  const query = [
    ...(order === "best" ? [] : [`order=${order}`]),
    ...(branchId === null ? [] : [`branch=${branchId}`]),
    ...(after === null ? [] : [`after=${after}`]),
  ];
  return query.length > 0 ? `?${query.join("&")}` : "";
}
