/** Where a post is shown. */
import { threadPath } from "../threads/thread-path.ts";

/** Most posts on one page of a thread. */
export const PAGE_POSTS = 200;

/** The address of a post in its thread: the thread's first page while that holds all of it, else the page of the post's own branch. */
export function placePath(
  thread: { id: number; slug: string; reply_count: number },
  post: { id: number; depth: number },
): string {
  const path = threadPath(thread);
  const isOnFirstPage = thread.reply_count <= PAGE_POSTS || post.depth === 0;
  return isOnFirstPage ? `${path}#post-${post.id}` : `${path}?branch=${post.id}#post-${post.id}`;
}
