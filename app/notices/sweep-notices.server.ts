import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";

/** Seconds for which a notice that was read is kept. */
export const KEPT = 90 * 86_400;
/** Rows that are looked at in one go. */
const BATCH = 500;

/** Forgets notices that were read long ago, a batch at a time; answers how many. None is read before it came, and ids rise as they come: so it ends at the first that is young. */
export async function sweepNotices(db: Db, now: number): Promise<number> {
  const before = now - KEPT;
  let swept = 0;
  let after = 0;
  for (;;) {
    const rows = await oldest.all(db, { after });
    const old = rows.filter(({ read_at }) => read_at !== null && read_at <= before);
    if (old.length > 0) {
      const ids = old.map(({ id }) => id);
      await write(db, (trx) => trx.deleteFrom("notice").where("id", "in", ids).execute());
      swept += old.length;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH || last.began_at > before) return swept;
    after = last.id;
    await setImmediate();
  }
}

const oldest = prepared((db, value: ValueOf<{ after: number }>) =>
  db
    .selectFrom("notice")
    .select(["id", "read_at", "began_at"])
    .where("id", ">", value("after"))
    .orderBy("id")
    .limit(BATCH),
);
