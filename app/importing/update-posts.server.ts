import type { Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { countWords } from "../markdown/count-words.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { retally } from "../ranking/retally.server.ts";
import { recordReferences } from "../references/record-references.server.ts";
import { keepRevision } from "../threads/keep-revision.server.ts";
import { slugOf } from "../threads/thread-path.ts";
import { convertPost, renderPost } from "./prepare-posts.server.ts";
import { whereOf } from "./run.ts";
import type { Setting } from "./setting.ts";
import type { StagedOutline } from "./staging.server.ts";
import { takeBack } from "./take-back.server.ts";

/** Puts later texts into the places of posts that are here, as an edit does: the former text stays in the post's history. */
export async function updatePosts(
  setting: Setting,
  thread: { id: number; title: string | null },
  outlines: readonly StagedOutline[],
): Promise<void> {
  const { db, wish, staging, counts } = setting;
  for (const outline of outlines) {
    const post = staging.post(thread.id, outline.number)!;
    const converted = await convertPost(setting, post);
    const html = await renderPost(setting, converted, whereOf(outline));
    const { markdown, waits } = converted;
    const changedAt = Math.min(post.changedAt, wish.now);
    await write(db, async (trx) => {
      const former = await readFormer(trx, wish.source, thread.id, outline.number);
      if (post.isWithdrawn) {
        await takeBack(trx, former.id, { body: markdown, html }, changedAt);
      } else {
        // What moderation did to it here, a later text from there does not undo.
        if (former.state !== "published") return;
        await putText(trx, former, { body: markdown, html }, changedAt);
      }
      const { title } = thread;
      const isTitled = title !== null && former.state === "published" && opensThere(former);
      if (isTitled) {
        await trx
          .updateTable("thread")
          .set({ title, slug: slugOf(title), title_reader: 0 })
          .where("id", "=", former.thread_id)
          .execute();
      }
      await retally(trx, former.id, { words: countWords(html) }, wish.now);
      await trx
        .updateTable("imported_post")
        .set({ hash: outline.hash, changed_at: outline.changedAt, waits: Number(waits) })
        .where("source", "=", wish.source)
        .where("outer_thread_id", "=", thread.id)
        .where("number", "=", outline.number)
        .execute();
      await recordEvent(trx, {
        kind: "posts-imported",
        at: wish.now,
        threadId: former.thread_id,
        postId: former.id,
        details: { source: wish.source, changed: 1 },
      });
    });
    counts.posts.changed += 1;
  }
}

/** As an edit does. */
async function putText(
  trx: Trx,
  former: Former,
  { body, html }: { body: string; html: string },
  changedAt: number,
) {
  const isOpening = former.parent_id === null;
  const isNewText = former.body !== body;
  if (isNewText && former.withdrawn_at === null) {
    await keepRevision(trx, former, isOpening ? former.title : null);
  }
  const version = former.version + (isNewText ? 1 : 0);
  await trx
    .updateTable("post")
    .set({
      ...{ body, html, renderer: RENDERER, version, edited_at: changedAt },
      ...{ withdrawn_at: null, is_taken_back: 0 },
    })
    .where("id", "=", former.id)
    .execute();
  await trx
    .updateTable("thread")
    .set((eb) => ({
      ...(isOpening ? { excerpt: excerpt(html) } : {}),
      version: eb("version", "+", 1),
    }))
    .where("id", "=", former.thread_id)
    .execute();
  await recordReferences(trx, former.id, html);
}

/** Whether it stands above the thread that was imported: what was split off has a title of its own. */
const opensThere = (former: Former) =>
  former.parent_id === null && former.thread_id === former.imported_id;

type Former = Awaited<ReturnType<typeof readFormer>>;

const readFormer = (trx: Trx, source: string, outerThread: number, number: number) =>
  trx
    .selectFrom("imported_post")
    .innerJoin("post", "post.id", "imported_post.post_id")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "post.thread_id", "post.parent_id", "post.body", "post.version"])
    .select(["post.posted_at", "post.edited_at", "post.withdrawn_at", "post.state"])
    .innerJoin("imported_thread", (join) =>
      join
        .onRef("imported_thread.source", "=", "imported_post.source")
        .onRef("imported_thread.outer_id", "=", "imported_post.outer_thread_id"),
    )
    .select(["thread.title", "imported_thread.thread_id as imported_id"])
    .where("imported_post.source", "=", source)
    .where("outer_thread_id", "=", outerThread)
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
