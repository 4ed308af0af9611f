import type { Trx } from "#db/open.server.ts";
import { RENDERER } from "../markdown/render.server.ts";
import type { CaseRow } from "./find-case.server.ts";
import { findPost, type HeldPost } from "./find-post.server.ts";
import { putText } from "./put-text.server.ts";

/** Puts a passage back that this case took out, and shows the history from where it began before. A text that its author, or another decision, changed since stays, and what a later decision closed of the history stays closed. */
export async function unredact(trx: Trx, { id, post_id }: CaseRow, now: number): Promise<void> {
  const act = await trx
    .selectFrom("action")
    .select("before")
    .where("case_id", "=", id)
    .where("kind", "=", "redact")
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (!act?.before) return;
  const { version, publicFrom } = JSON.parse(act.before) as { version: number; publicFrom: number };
  const post = await findPost(trx, post_id);
  const kept = await trx
    .deleteFrom("kept_text")
    .where("post_id", "=", post_id)
    .where("why", "=", "redacted")
    .where("version", "=", version)
    .returningAll()
    .executeTakeFirst();
  const isClosedSince = post.public_from > version + 1;
  const shownFrom = isClosedSince ? post.public_from : publicFrom;
  if (kept && (await isAsRedacted(trx, post, version + 1))) {
    // Rendered again by the clock: what it refers to may have changed.
    const renderer = kept.renderer - RENDERER;
    await putText(trx, post, { body: kept.body, html: kept.html, renderer }, shownFrom, now);
    return;
  }
  await trx.updateTable("post").set({ public_from: shownFrom }).where("id", "=", post_id).execute();
}

/** Whether the text is what the redaction made of it, also where another was taken back since. */
async function isAsRedacted(trx: Trx, post: HeldPost, version: number): Promise<boolean> {
  if (post.version === version) return true;
  const redacted = await trx
    .selectFrom("revision")
    .select("body")
    .where("post_id", "=", post.id)
    .where("version", "=", version)
    .executeTakeFirst();
  return redacted !== undefined && redacted.body === post.body;
}
