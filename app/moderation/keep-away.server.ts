/** Takes a text out of everybody's reach: it is moved, not filtered, so that a query that forgot to ask finds nothing. */
import type { Trx } from "#db/open.server.ts";
import { recordReferences } from "../references/record-references.server.ts";
import { say } from "../strings/say.ts";
import { slugOf } from "../threads/thread-path.ts";
import type { HeldPost } from "./find-post.server.ts";

/** Moves a post's text to where nobody but its author and moderators reads it; of an opening post also what stands above it, and no list shows the thread. */
export async function keepAway(trx: Trx, post: HeldPost, now: number): Promise<void> {
  const thread = await findHead(trx, post);
  await trx
    .insertInto("kept_text")
    .values({
      ...{ post_id: post.id, why: "away", version: post.version, kept_at: now },
      ...{ body: post.body, html: post.html, renderer: post.renderer },
      title: thread?.title ?? null,
      head: thread ? JSON.stringify(headOf(thread)) : null,
    })
    .execute();
  await recordReferences(trx, post.id, "");
  await trx
    .updateTable("post")
    // Its renderer stays: by that the clock finds what is kept of it.
    .set({ body: "", html: "", withdrawn_at: post.withdrawn_at ?? now })
    .where("id", "=", post.id)
    .execute();
  if (thread) await hideThread(trx, thread.id, now);
}

/** What stands above a post: of the thread that it opens, or opened before that was merged into another. */
export const findHead = (trx: Trx, { id, parent_id, thread_id }: HeldPost) =>
  trx
    .selectFrom("thread")
    .select(["id", "title", "url", "quote", "disclosure", "norms", "merged_into_id"])
    .where("opening_post_id", "=", id)
    .$call((query) =>
      parent_id === null
        ? query.where("id", "=", thread_id)
        : query.where("merged_into_id", "is not", null),
    )
    .orderBy("id", "desc")
    .executeTakeFirst();

const headOf = ({
  id: _,
  title: __,
  merged_into_id: ___,
  ...head
}: NonNullable<Awaited<ReturnType<typeof findHead>>>) => head;

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
