import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";

/** Threads that are taken up at a time. */
const THREADS = 50;

/** Lets the pages of threads whose quiet is over say no more of it; answers how many. Two processes at once do no harm. */
export async function endQuiet(db: Db, now: number): Promise<number> {
  const over = await quietNoMore.all(db, { now });
  if (over.length === 0) return 0;
  await write(db, async (trx) => {
    for (const { id } of over) await end.all(trx, { id, now });
  });
  return over.length;
}

const quietNoMore = prepared((db, value: ValueOf<{ now: number }>) =>
  db
    .selectFrom("thread")
    .select("id")
    .where("quiet_until", "<=", value("now"))
    .orderBy("quiet_until")
    .limit(THREADS),
);

const end = prepared((db, value: ValueOf<{ id: number; now: number }>) =>
  db
    .updateTable("thread")
    .set((eb) => ({ quiet_until: null, version: eb("version", "+", 1) }))
    .where("id", "=", value("id"))
    .where("quiet_until", "<=", value("now")),
);
