import { write } from "#db/write.server.ts";
import { raiseLists } from "../events/list-version.server.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { recordReferences } from "../references/record-references.server.ts";
import { convertPost, renderPost } from "./prepare-posts.server.ts";
import type { Setting } from "./setting.ts";

const BATCH = 200;

/** Makes quotations and links lead to posts that came after them, in this run or since an earlier one; their texts are read in these files. */
export async function linkLater(setting: Setting): Promise<void> {
  let after = { thread: 0, number: 0 };
  while (!setting.voice.isStopped()) {
    const waiting = await listWaiting(setting, after);
    for (const row of waiting) await linkPost(setting, row);
    const last = waiting.at(-1);
    if (!last) return;
    after = { thread: last.outer_thread_id, number: last.number };
  }
}

const listWaiting = (
  { db, wish }: Setting,
  { thread, number }: { thread: number; number: number },
) =>
  db
    .selectFrom("imported_post")
    .innerJoin("post", "post.id", "imported_post.post_id")
    .select(["outer_thread_id", "number", "hash", "post.id", "post.thread_id"])
    .select(["post.body", "post.parent_id", "post.withdrawn_at"])
    .where("source", "=", wish.source)
    .where("waits", "=", 1)
    // What moderation keeps, or took a passage from, is not put back by a link.
    .where("post.state", "=", "published")
    .where((eb) => eb(eb.refTuple("outer_thread_id", "number"), ">", eb.tuple(thread, number)))
    .orderBy("outer_thread_id")
    .orderBy("number")
    .limit(BATCH)
    .execute();

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

async function linkPost(setting: Setting, row: Waiting) {
  const { db, wish, staging } = setting;
  const { id, thread_id, outer_thread_id, number } = row;
  const post = staging.post(outer_thread_id, number);
  if (!post || post.hash !== row.hash) return;
  const converted = await convertPost(setting, post);
  const { markdown, waits } = converted;
  if (markdown === row.body && waits) return;
  const isChanged = markdown !== row.body;
  const html = isChanged ? await renderPost(setting, converted, `/posts/${id}`) : "";
  await write(db, async (trx) => {
    if (isChanged) {
      const linked = await trx
        .updateTable("post")
        .set({ body: markdown, html, renderer: RENDERER })
        .where("id", "=", id)
        .where("body", "=", row.body)
        .where("state", "=", "published")
        .executeTakeFirst();
      // Another hand was at it meanwhile.
      if (linked.numUpdatedRows === 0n) return;
      await recordReferences(trx, id, html);
      const isShown = row.parent_id === null && row.withdrawn_at === null;
      await trx
        .updateTable("thread")
        .set((eb) => ({
          ...(isShown ? { excerpt: excerpt(html) } : {}),
          version: eb("version", "+", 1),
        }))
        .where("id", "=", thread_id)
        .execute();
      await raiseLists(trx, thread_id);
    }
    await trx
      .updateTable("imported_post")
      .set({ waits: Number(waits) })
      .where("source", "=", wish.source)
      .where("outer_thread_id", "=", outer_thread_id)
      .where("number", "=", number)
      .execute();
  });
}
