import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";

/** Seconds for which a notice that was read is kept. */
export const KEPT = 90 * 86_400;
/** The same of one that nobody reads, since it changed last. */
export const KEPT_UNREAD = 365 * 86_400;
/** Rows of each that go in one go, and goes in one run: the rest waits for the next. */
const BATCH = 500;
const MOST_BATCHES = 20;

/** Forgets notices that were read long ago, or that nobody read for a year; answers how many. */
export async function sweepNotices(db: Db, now: number): Promise<number> {
  let swept = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const read = await readBefore.all(db, { before: now - KEPT });
    const unread = await unreadSince.all(db, { before: now - KEPT_UNREAD });
    const ids = [...read, ...unread].map(({ id }) => id);
    if (ids.length === 0) return swept;
    await write(db, (trx) => trx.deleteFrom("notice").where("id", "in", ids).execute());
    swept += ids.length;
    await setImmediate();
  }
  return swept;
}

const readBefore = prepared((db, value: ValueOf<{ before: number }>) =>
  db
    .selectFrom("notice")
    .select("id")
    .where("read_at", "<=", value("before"))
    .orderBy("read_at")
    .limit(BATCH),
);

const unreadSince = prepared((db, value: ValueOf<{ before: number }>) =>
  db
    .selectFrom("notice")
    .select("id")
    .where("read_at", "is", null)
    .where("changed_at", "<=", value("before"))
    .orderBy("read_at")
    .orderBy("changed_at")
    .limit(BATCH),
);
