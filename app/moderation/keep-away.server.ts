/** Takes a text out of everybody's reach: it is moved, not filtered, so that a query that forgot to ask finds nothing. */
import type { Trx } from "#db/open.server.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { recordReferences } from "../references/record-references.server.ts";
import { say } from "../strings/say.ts";
import { slugOf } from "../threads/thread-path.ts";
import type { HeldPost } from "./find-post.server.ts";

/** Moves a post's text to where nobody but its author and moderators reads it; of an opening post also what stands above it, and no list shows the thread. */
export async function keepAway(trx: Trx, post: HeldPost, now: number): Promise<void> {
  const isOpening = post.parent_id === null;
  const thread = isOpening ? await readHead(trx, post.thread_id) : null;
  await trx
    .insertInto("kept_text")
    .values({
      ...{ post_id: post.id, why: "away", version: post.version, kept_at: now },
      ...{ body: post.body, html: post.html, renderer: post.renderer },
      title: thread?.title ?? null,
      head: thread ? JSON.stringify(thread.head) : null,
    })
    .execute();
  await recordReferences(trx, post.id, "");
  await trx
    .updateTable("post")
    .set({ body: "", html: "", renderer: RENDERER, withdrawn_at: post.withdrawn_at ?? now })
    .where("id", "=", post.id)
    .execute();
  if (thread) await hideThread(trx, post.thread_id, now);
}

async function readHead(trx: Trx, threadId: number) {
  const { title, ...head } = await trx
    .selectFrom("thread")
    .select(["title", "url", "quote", "disclosure", "norms"])
    .where("id", "=", threadId)
    .executeTakeFirstOrThrow();
  return { title, head };
}

async function hideThread(trx: Trx, threadId: number, now: number) {
  const title = say("deeds.thread.away");
  await trx
    .updateTable("thread")
    .set({
      ...{ title, slug: slugOf(title), excerpt: "", hidden_at: now },
      ...{ url: null, url_key: null, quote: null, disclosure: null, norms: null },
    })
    .where("id", "=", threadId)
    .execute();
  // Nothing of its words leads there.
  await trx.deleteFrom("title_word").where("thread_id", "=", threadId).execute();
}
