import type { Trx } from "#db/open.server.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { Refusal } from "../refusals.ts";
import type { Cut } from "./cut-passage.ts";
import { findPost } from "./find-post.server.ts";
import { putText } from "./put-text.server.ts";

/** A text without its passage, and the version of the post that it was made from. */
export interface Redacted {
  body: string;
  html: string;
  version: number;
  /** What was taken out. */
  passage: string;
  /** Where. */
  cuts: Cut[];
}

/** Puts the text without its passage in a post's place, and keeps the former for its author and moderators. Answers what it takes to undo it; refuses with 409 where the text is another by now. */
export async function redactPost(
  trx: Trx,
  postId: number,
  { body, html, version, passage, cuts }: Redacted,
  now: number,
): Promise<{ version: number; publicFrom: number; passage: string; cuts: Cut[] }> {
  const post = await findPost(trx, postId);
  if (post.version !== version) throw new Refusal(409, { key: "deeds.case.moved" });
  const former = { version, body: post.body, html: post.html, renderer: post.renderer };
  await trx
    .insertInto("kept_text")
    .values({ post_id: postId, why: "redacted", title: null, head: null, kept_at: now, ...former })
    .execute();
  // What is kept of a post is rendered again along with it.
  const renderer = Math.min(post.renderer, RENDERER);
  await putText(trx, post, { body, html, renderer }, null, now);
  return { version, publicFrom: post.public_from, passage, cuts };
}
