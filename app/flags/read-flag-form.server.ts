import type { Db } from "#db/open.server.ts";
import { findFlaggable, findOpenFlag } from "./find-flagged.server.ts";

/** What the page of a flag shows: the post, without its text where that was withdrawn or is kept away, and what somebody said of it before. Throws Refusal 404. */
export async function readFlagForm(db: Db, postId: number | null, personId: number) {
  const post = await findFlaggable(db, postId);
  const own = await findOpenFlag(db, post.id, personId);
  const { id, author, title } = post;
  const html = post.withdrawn_at === null ? post.html : "";
  return {
    post: { ...post, authorId: post.author_id, isWithdrawn: post.withdrawn_at !== null },
    shown: { id, author, title, html },
    own: own ? { reason: own.reason, passage: own.passage, note: own.note } : null,
  };
}
