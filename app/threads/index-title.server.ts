/** Keeps by which words and which address a thread is found again. */
import { setImmediate } from "node:timers/promises";
import type { Db, Trx } from "#db/open.server.ts";
import { padList } from "#db/pad-list.ts";
import { cannotWrite, write } from "#db/write.server.ts";
import { thingKey } from "./thing-key.ts";
import { titleWords } from "./title-words.ts";

/** Raised when the words or the keys become others: the clock then takes every thread's again. */
export const TITLE_READER = 2;
/** Threads taken in one transaction, and rows of words in one statement. */
const BATCH = 50;

/** Takes the words of a thread's title and the key of its address, where that was not done since they were set; a second time it does nothing. Whoever sets a title marks it by `title_reader: 0`. */
export const indexTitle = (db: Db, threadId: number): Promise<void> =>
  write(db, (trx) => indexTitles(trx, [threadId]));

/** Takes the words of titles that were not taken yet, or by an older reader, a few at a time so that others are answered meanwhile; answers of how many threads. Threads whose words cannot be taken stay as they were and keep no others up: it throws in the end, naming the first of them. */
export async function indexOlderThreads(db: Db): Promise<number> {
  let count = 0;
  let after = { title_reader: -1, id: 0 };
  const failed: Failed[] = [];
  for (;;) {
    const threads = await db
      .selectFrom("thread")
      .select(["id", "title_reader"])
      .where("title_reader", "<", TITLE_READER)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple("title_reader", "id"), ">", tuple(after.title_reader, after.id)),
      )
      .orderBy("title_reader")
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (threads.length === 0) break;
    after = threads.at(-1)!;
    const ids = threads.map(({ id }) => id);
    const among = await indexAll(db, ids);
    failed.push(...among);
    count += ids.length - among.length;
    await setImmediate();
  }
  if (failed.length === 0) return count;
  const [{ id, error }] = failed as [Failed];
  const told = `Titles whose words were not taken: ${failed.length}, first thread ${id}: ${error}`;
  throw new Error(told, { cause: error });
}

interface Failed {
  id: number;
  error: unknown;
}

/** All at once, or one by one where one of them fails; answers those that fail alone. */
async function indexAll(db: Db, ids: number[]): Promise<Failed[]> {
  try {
    await write(db, (trx) => indexTitles(trx, ids));
    return [];
  } catch (error) {
    if (cannotWrite(error)) throw error;
    if (ids.length === 1) return [{ id: ids[0]!, error }];
  }
  const failed: Failed[] = [];
  for (const id of ids) failed.push(...(await indexAll(db, [id])));
  return failed;
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
      .onConflict((conflict) => conflict.doNothing())
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
