/** A thread as JSON. */

import { threadPath } from "../threads/thread-path.ts";
import type { WholeThread } from "./read-whole-thread.server.ts";

const isoTime = (at: number) => new Date(at * 1000).toISOString();

/** The thread in the shape that other programs rely on; `next` leads to the posts beyond these. */
export function threadAsData(thread: WholeThread, origin: string) {
  return {
    id: thread.id,
    title: thread.title,
    address: origin + threadPath(thread),
    at: isoTime(thread.at),
    author: thread.author,
    topics: thread.topics,
    ...(thread.url ? { url: thread.url } : {}),
    ...(thread.quote ? { quote: thread.quote } : {}),
    ...(thread.disclosure ? { disclosure: thread.disclosure } : {}),
    ...(thread.norms ? { norms: thread.norms } : {}),
    posts: thread.posts.map((post) => ({
      id: post.id,
      parent: post.parent,
      author: post.author,
      at: isoTime(post.at),
      ...(post.edited ? { edited: isoTime(post.edited) } : {}),
      kind: post.kind,
      body: post.body,
      html: post.html,
      state: post.state === "published" && post.isWithdrawn ? "withdrawn" : post.state,
    })),
    ...(thread.next ? { next: `${origin}/threads/${thread.id}.json?after=${thread.next}` } : {}),
  };
}
