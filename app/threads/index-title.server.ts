/** Keeps by which words and which address a thread is found again. */
import { setImmediate } from "node:timers/promises";
import type { Db, Trx } from "#db/open.server.ts";
import { padList } from "#db/pad-list.ts";
import { write } from "#db/write.server.ts";
import { thingKey } from "./thing-key.ts";
import { titleWords } from "./title-words.ts";

/** Raised when the words or the keys become others: the clock then takes every thread's again. */
export const TITLE_READER = 1;
/** Threads taken in one transaction, and rows of words in one statement. */
const BATCH = 50;

/** Takes the words of a thread's title and the key of its address, where that was not done since they were set; a second time it does nothing. Whoever sets a title marks it by `title_reader: 0`. */
export const indexTitle = (db: Db, threadId: number): Promise<void> =>
  write(db, (trx) => indexTitles(trx, [threadId]));

/** Takes the words of titles that were not taken yet, or by an older reader, a few at a time so that others are answered meanwhile; answers of how many threads. */
export async function indexOlderThreads(db: Db): Promise<number> {
  let count = 0;
  for (;;) {
    const threads = await db
      .selectFrom("thread")
      .select("id")
      .where("title_reader", "<", TITLE_READER)
      .orderBy("title_reader")
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (threads.length === 0) return count;
    const ids = threads.map(({ id }) => id);
    await write(db, (trx) => indexTitles(trx, ids));
    count += ids.length;
    await setImmediate();
  }
}

async function indexTitles(trx: Trx, ids: number[]) {
  // From here on their rows are held: nobody takes the same words, or sets another title, meanwhile.
  const threads = await trx
    .updateTable("thread")
    .set({ title_reader: TITLE_READER, url_key: null })
    .where("id", "in", padList(ids))
    .where("title_reader", "<", TITLE_READER)
    .returning(["id", "title", "url"])
    .execute();
  if (threads.length === 0) return;
  const taken = padList(threads.map(({ id }) => id));
  await trx.deleteFrom("title_word").where("thread_id", "in", taken).execute();
  const rows = threads.flatMap(({ id, title }) =>
    titleWords(title).map((word) => ({ word, thread_id: id })),
  );
  for (let from = 0; from < rows.length; from += BATCH) {
    await trx
      .insertInto("title_word")
      .values(rows.slice(from, from + BATCH))
      .execute();
  }
  for (const { id, url } of threads) {
    if (url === null) continue;
    await trx
      .updateTable("thread")
      .set({ url_key: thingKey(url) })
      .where("id", "=", id)
      .execute();
  }
}
