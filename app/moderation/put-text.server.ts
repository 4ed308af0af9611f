import type { Trx } from "#db/open.server.ts";
import { countWords } from "../markdown/count-words.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { retally } from "../ranking/retally.server.ts";
import { recordReferences } from "../references/record-references.server.ts";
import { keepRevision } from "../threads/keep-revision.server.ts";
import { quoteOpening } from "../threads/quote-opening.server.ts";
import type { HeldPost } from "./find-post.server.ts";
import { isAway } from "./states.ts";

export interface Text {
  body: string;
  html: string;
  renderer?: number;
}

/** Puts a text in the place of a post's, wherever that is kept, and keeps the former as a revision; `publicFrom` is the first version that everybody may read then, null for the new one. Answers the new version. */
export async function putText(
  trx: Trx,
  post: HeldPost,
  { body, html, renderer = RENDERER }: Text,
  publicFrom: number | null,
  now: number,
): Promise<number> {
  const version = post.version + 1;
  const away = isAway(post.state) ? await findAway(trx, post.id) : null;
  const former = { ...post, body: away?.body ?? post.body };
  await keepRevision(trx, former, await titleOf(trx, post, away?.title));
  const known = { version, edited_at: now, public_from: publicFrom ?? version };
  await trx
    .updateTable("post")
    .set(away ? known : { ...known, body, html, renderer })
    .where("id", "=", post.id)
    .execute();
  if (away) {
    await trx
      .updateTable("kept_text")
      .set({ body, html, renderer, version })
      .where("post_id", "=", post.id)
      .where("why", "=", "away")
      .execute();
  } else {
    await recordReferences(trx, post.id, html);
    if (post.parent_id === null) await quoteOpening(trx, post.thread_id);
  }
  await retally(trx, post.id, { words: countWords(html) }, now);
  return version;
}

const findAway = (trx: Trx, postId: number) =>
  trx
    .selectFrom("kept_text")
    .select(["body", "title"])
    .where("post_id", "=", postId)
    .where("why", "=", "away")
    .executeTakeFirst();

async function titleOf(trx: Trx, post: HeldPost, kept: string | null | undefined) {
  if (post.parent_id !== null) return null;
  if (kept) return kept;
  const { title } = await trx
    .selectFrom("thread")
    .select("title")
    .where("id", "=", post.thread_id)
    .executeTakeFirstOrThrow();
  return title;
}
