/** Keeps by which words and which address a thread is found again. */
import { setImmediate } from "node:timers/promises";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { thingKey } from "./thing-key.ts";
import { titleWords } from "./title-words.ts";

/** Raised when the words or the keys become others: the clock then takes every thread's again. */
export const TITLE_READER = 1;
/** Threads taken in one transaction. */
const BATCH = 50;

/** Puts the thread's words and the key of its address in the place of former ones. */
export async function indexThread(
  trx: Trx,
  threadId: number,
  { title, url }: { title: string; url: string | null },
): Promise<void> {
  await trx.deleteFrom("title_word").where("thread_id", "=", threadId).execute();
  const rows = titleWords(title).map((word) => ({ word, thread_id: threadId }));
  if (rows.length > 0) await trx.insertInto("title_word").values(rows).execute();
  await trx
    .updateTable("thread")
    .set({ url_key: url === null ? null : thingKey(url), title_reader: TITLE_READER })
    .where("id", "=", threadId)
    .execute();
}

/** Takes the words of a thread's title and the key of its address where that was not done since they were set; a second time it does nothing. */
export const indexTitle = (db: Db, threadId: number): Promise<void> =>
  write(db, (trx) => indexIfUntaken(trx, threadId));

async function indexIfUntaken(trx: Trx, threadId: number) {
  // From here on its row is held: nobody takes the same words, or sets another title, meanwhile.
  const thread = await trx
    .updateTable("thread")
    .set({ title_reader: TITLE_READER })
    .where("id", "=", threadId)
    .where("title_reader", "<", TITLE_READER)
    .returning(["title", "url"])
    .executeTakeFirst();
  if (thread) await indexThread(trx, threadId, thread);
}

/** Takes the words of threads that an older reader left, or none did yet, a few at a time so that others are answered meanwhile; answers how many. */
export async function indexOlderThreads(db: Db): Promise<number> {
  let count = 0;
  for (;;) {
    const taken = await indexSome(db);
    if (taken === 0) return count;
    count += taken;
    await setImmediate();
  }
}

async function indexSome(db: Db): Promise<number> {
  const threads = await db
    .selectFrom("thread")
    .select("id")
    .where("title_reader", "<", TITLE_READER)
    .orderBy("title_reader")
    .orderBy("id")
    .limit(BATCH)
    .execute();
  if (threads.length === 0) return 0;
  await write(db, async (trx) => {
    for (const { id } of threads) await indexIfUntaken(trx, id);
  });
  return threads.length;
}
