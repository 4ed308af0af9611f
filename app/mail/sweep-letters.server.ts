import { setImmediate } from "node:timers/promises";
import { type SqlBool, sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { kindsWithSecrets, lastsFor } from "./pauses.ts";

const MONTH = 30 * 86_400;
/** Rows of one statement: others wait while it runs, and are served between two. */
const BATCH = 500;

/** Forgets letters a month after they were made, and the words of those whose links have run out; answers how many letters went. */
export async function sweepLetters(db: Db, now: number): Promise<number> {
  for (const kind of kindsWithSecrets) {
    await inBatches(() => blankOld(db, kind, now - Math.max(lastsFor(kind), 86_400)));
  }
  await inBatches(() => deleteTokens(db, now - MONTH));
  return inBatches(() => deleteLetters(db, now - MONTH));
}

/** Goes on until a batch is not full; answers how many rows it were in all. */
async function inBatches(sweep: () => Promise<bigint>): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = Number(await sweep());
    count += rows;
    if (rows < BATCH) return count;
    await setImmediate();
  }
}

async function blankOld(db: Db, kind: string, before: number) {
  const { numUpdatedRows } = await db
    .updateTable("letter")
    .set({ text: "", html: null })
    .where("id", "in", (eb) =>
      eb
        .selectFrom("letter")
        .select("letter.id")
        // As the index says it, which holds no others.
        .where(sql<SqlBool>`urgency = 0 and text <> ''`)
        .where("kind", "=", kind)
        .where("made_at", "<", before)
        .limit(BATCH),
    )
    .executeTakeFirst();
  return numUpdatedRows;
}

async function deleteTokens(db: Db, before: number) {
  const { numDeletedRows } = await db
    .deleteFrom("letter_token")
    .where("token_hash", "in", (eb) =>
      eb
        .selectFrom("letter_token")
        .select("letter_token.token_hash")
        .where("expires_at", "<", before)
        .limit(BATCH),
    )
    .executeTakeFirst();
  return numDeletedRows;
}

async function deleteLetters(db: Db, before: number) {
  const { numDeletedRows } = await db
    .deleteFrom("letter")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("letter")
        .select("letter.id")
        .where("made_at", "<", before)
        .orderBy("made_at")
        .limit(BATCH),
    )
    .executeTakeFirst();
  return numDeletedRows;
}
