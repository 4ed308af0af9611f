import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { say } from "../strings/say.ts";

const DAY = 86_400;
/** Seconds between two regular letters. */
const rhythm = sql<number>`(case digest when 'weekly' then ${sql.lit(7 * DAY)} else ${sql.lit(DAY)} end)`;

/** Holds back what may have gone out since a backup was made: letters that waited are set aside, where administrators see why; notices that were to be letters stay in the inbox; regular letters that were due come a turn later; and links that were sent, which may have been used, open nothing. Answers how many letters were set aside. */
export function holdLetters(db: Db, now: number): Promise<number> {
  return write(db, async (trx) => {
    await trx.deleteFrom("letter_token").execute();
    await trx
      .updateTable("notice")
      .set({ letter_at: null })
      .where("letter_at", "is not", null)
      .execute();
    await trx
      .updateTable("letter_wish")
      // By whole turns, so at the same hour but where clocks were changed between.
      .set({
        next_at: sql<number>`next_at + ((cast(${now} as bigint) - next_at) / ${rhythm} + 1) * ${rhythm}`,
      })
      .where("next_at", "<=", now)
      .execute();
    const { numUpdatedRows } = await trx
      .updateTable("letter")
      .set({ next_at: null, set_aside_at: now, failure: say("letters.aside.restored") })
      .where("next_at", "is not", null)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  });
}
