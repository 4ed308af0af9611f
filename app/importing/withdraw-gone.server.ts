/** What was imported and is shown there no longer is shown here no longer. */
import type { Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { escapeHtml } from "../markdown/escape.ts";
import { slugOf } from "../threads/thread-path.ts";
import { isSame, type Known, readKnownPosts, selectMarks } from "./find-known.server.ts";
import { whereOf } from "./run.ts";
import type { Setting } from "./setting.ts";
import { takeBack } from "./take-back.server.ts";
import { titleWithout } from "./title.ts";

/** In the place of a hash: there is no text. */
const GONE = "gone";
const TEXT = "(no longer shown there)";
const BATCH = 100;

/** Takes the texts of posts out of sight that these files say are hidden, deleted, private or unlisted, unless a later row was imported; a later one shows them again. */
export async function withdrawGone(setting: Setting): Promise<void> {
  await withdrawThreads(setting);
  await withdrawPosts(setting);
}

async function withdrawPosts({ db, wish, staging, voice, counts }: Setting) {
  for (let after = 0; ; ) {
    const rows = staging.listGone(after);
    if (rows.length === 0) return;
    after = rows.at(-1)!.outerId;
    const ids = rows.map(({ outerId }) => outerId);
    const found = await selectMarks(db, wish.source)
      .select(["post.id", "imported_post.hash", "imported_post.changed_at as changedAt"])
      .where("imported_post.outer_id", "in", ids)
      .execute();
    const known = new Map(found.map((post) => [post.outerId, post]));
    for (const row of rows) {
      const post = known.get(row.outerId);
      if (!post || post.hash === GONE || post.changedAt > row.changedAt) continue;
      if (!isSame(post, row)) {
        voice.tell(whereOf(row), { key: "import.skip.other" });
        continue;
      }
      await write(db, (trx) => withdraw(trx, wish, [{ ...post, changedAt: row.changedAt }]));
      counts.posts.changed += 1;
      voice.tell(whereOf(row), { key: "import.withdrawn" });
    }
  }
}

/** A thread that is closed loses its title too. */
async function withdrawThreads({ db, wish, staging, voice, counts }: Setting) {
  for (const { thread, ...where } of staging.listClosed()) {
    const { threadId, known } = await readKnownPosts(db, wish.source, thread);
    const shown = [...known.values()].filter(({ hash }) => hash !== GONE);
    if (threadId === null || shown.length === 0) continue;
    const rows = new Map(staging.listShut(thread).map((row) => [row.number, row]));
    if (isOfAnother(known, rows)) {
      voice.tell(whereOf(where), { key: "import.skip.other" });
      continue;
    }
    for (let from = 0; from < shown.length; from += BATCH) {
      const posts = shown.slice(from, from + BATCH);
      await write(db, async (trx) => {
        const title = titleWithout(thread, wish.source);
        await withdraw(trx, wish, posts, { title });
        await trx
          .updateTable("thread")
          .set({ title, slug: slugOf(title), title_reader: 0, excerpt: "" })
          .where("id", "=", threadId)
          // Where moderation hides it, it has none, and what is kept of it has this.
          .where("hidden_at", "is", null)
          .execute();
      });
    }
    counts.posts.changed += shown.length;
    const values = { count: shown.length };
    voice.tell(whereOf(where), { key: "import.withdrawn.thread", values });
  }
}

/** Whether what was read contradicts what is here, and nothing agrees with it. */
function isOfAnother(
  known: ReadonlyMap<number, Known>,
  rows: ReadonlyMap<number, Parameters<typeof isSame>[1]>,
) {
  const agree = [...known].flatMap(([number, post]) => {
    const row = rows.get(number);
    return row ? [isSame(post, row)] : [];
  });
  return agree.length > 0 && !agree.includes(true);
}

async function withdraw(
  trx: Trx,
  { source, now }: Setting["wish"],
  posts: readonly { id: number; outerId: number; changedAt: number }[],
  titled: { title?: string } = {},
) {
  const html = `<p>${escapeHtml(TEXT)}</p>\n`;
  for (const { id, outerId, changedAt } of posts) {
    const { thread_id } = await takeBack(trx, id, { body: TEXT, html, ...titled }, now);
    await trx
      .updateTable("imported_post")
      .set({ hash: GONE, changed_at: changedAt, waits: 0 })
      .where("source", "=", source)
      .where("outer_id", "=", outerId)
      .execute();
    await recordEvent(trx, {
      kind: "posts-imported",
      at: now,
      threadId: thread_id,
      postId: id,
      details: { source, changed: 1 },
    });
  }
}
