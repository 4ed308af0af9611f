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

/** Takes the words of threads that an older reader left, or none, a few at a time so that others are answered meanwhile; answers how many. */
export async function indexOlderThreads(db: Db): Promise<number> {
  let count = 0;
  for (;;) {
    const taken = await indexSome(db);
    if (taken === 0) return count;
    count += taken;
    await setImmediate();
  }
}

const indexSome = (db: Db) =>
  write(db, async (trx) => {
    const threads = await trx
      .selectFrom("thread")
      .select(["id", "title", "url"])
      .where("title_reader", "<", TITLE_READER)
      .orderBy("title_reader")
      .orderBy("id")
      .limit(BATCH)
      .execute();
    for (const thread of threads) await indexThread(trx, thread.id, thread);
    return threads.length;
  });
