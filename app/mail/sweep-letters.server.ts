import type { Db } from "#db/open.server.ts";
import { isSecret, lastsFor } from "./pauses.ts";

const MONTH = 30 * 86_400;
/** Rows of one statement: readers wait while it runs. */
const BATCH = 500;
const kindsWithSecrets = ["reset", "confirm", "moved"].filter(isSecret);

/** Forgets letters a month after they were made, and the words of those whose links have run out; answers how many letters went. */
export async function sweepLetters(db: Db, now: number): Promise<number> {
  for (const kind of kindsWithSecrets) {
    await db
      .updateTable("letter")
      .set({ text: "", html: null })
      .where("kind", "=", kind)
      .where("made_at", "<", now - Math.max(lastsFor(kind), 86_400))
      .where("text", "!=", "")
      .execute();
  }
  await db
    .deleteFrom("letter_token")
    .where("expires_at", "<", now - MONTH)
    .execute();
  let count = 0;
  for (;;) {
    const { numDeletedRows } = await db
      .deleteFrom("letter")
      .where("id", "in", (eb) =>
        eb
          .selectFrom("letter")
          .select("letter.id")
          .where("made_at", "<", now - MONTH)
          .orderBy("made_at")
          .limit(BATCH),
      )
      .executeTakeFirst();
    count += Number(numDeletedRows);
    if (Number(numDeletedRows) < BATCH) return count;
  }
}
