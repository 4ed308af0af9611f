import type { Trx } from "#db/open.server.ts";
import { countWords } from "../markdown/count-words.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { isAway } from "../moderation/states.ts";
import { rememberThread } from "../ranking/remember-thread.server.ts";
import { retally } from "../ranking/retally.server.ts";
import type { Written } from "../threads/insert-post.server.ts";
import { slugOf } from "../threads/thread-path.ts";
import type { OuterThread, Standing } from "./insert-posts.server.ts";

/** Puts a first post that came later into the place of its placeholder, which was nobody's. */
export async function replaceOpening(
  trx: Trx,
  { title, isTitled, threadId: importedId }: OuterThread,
  opening: Standing,
  written: Written,
  now: number,
): Promise<void> {
  // Replies stay after what they answer, whatever the clocks there said.
  const postedAt = Math.min(written.posted_at, opening.posted_at);
  const threadId = opening.thread_id;
  const before = await trx
    .selectFrom("post")
    .select(["author_id", "parent_id", "state"])
    .where("id", "=", opening.id)
    .executeTakeFirstOrThrow();
  // Merged or kept away meanwhile, it stands above no thread that shows it.
  const isHead = before.parent_id === null && threadId === importedId && !isAway(before.state);
  const { body, html, withdrawn_at, ...about } = written;
  const text = { body, html, renderer: RENDERER };
  await trx
    .updateTable("post")
    .set((eb) => ({
      ...about,
      ...(isAway(before.state) ? {} : { ...text, withdrawn_at: withdrawn_at ?? null }),
      posted_at: postedAt,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", opening.id)
    .execute();
  await trx
    .updateTable("kept_text")
    .set({ ...text, ...(isTitled && before.parent_id === null ? { title } : {}) })
    .where("post_id", "=", opening.id)
    .where("why", "=", "away")
    .execute();
  const { author_id } = written;
  const changed = { words: countWords(written.html), author_id, posted_at: postedAt };
  await retally(trx, opening.id, changed, now);
  await rememberThread(trx, threadId, false);
  for (const table of ["vote", "changed_mind", "exemplary"] as const) {
    await trx.updateTable(table).set({ author_id }).where("post_id", "=", opening.id).execute();
  }
  await countAuthor(trx, threadId, before.author_id, -1);
  await countAuthor(trx, threadId, written.author_id, 1);
  await trx
    .updateTable("thread")
    .set((eb) => ({
      ...(isHead && isTitled ? { title, slug: slugOf(title), title_reader: 0 } : {}),
      ...(isHead ? { excerpt: withdrawn_at ? "" : excerpt(html) } : {}),
      ...(before.parent_id === null ? { author_id, started_at: postedAt } : {}),
      person_count: eb
        .selectFrom("thread_person")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .where("thread_id", "=", threadId),
      version: eb("version", "+", 1),
    }))
    .where("id", "=", threadId)
    .execute();
  if (before.parent_id !== null) return;
  await trx
    .updateTable("thread_topic")
    .set({ started_at: postedAt })
    .where("thread_id", "=", threadId)
    .execute();
}

async function countAuthor(trx: Trx, threadId: number, personId: number, change: 1 | -1) {
  await trx
    .insertInto("thread_person")
    .values({ thread_id: threadId, person_id: personId, post_count: change })
    .onConflict((conflict) =>
      conflict
        .columns(["thread_id", "person_id"])
        .doUpdateSet((eb) => ({ post_count: eb("thread_person.post_count", "+", change) })),
    )
    .execute();
  await trx
    .deleteFrom("thread_person")
    .where("thread_id", "=", threadId)
    .where("person_id", "=", personId)
    .where("post_count", "=", 0)
    .execute();
}
