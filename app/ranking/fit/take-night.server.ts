import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { SITE } from "../read-standards.server.ts";

/** A fit is made so often, in seconds. */
const NIGHT = 86_400;
/** A fit that was begun and not ended for so long, in seconds, is begun again: whoever made it is gone. */
const LONGEST = 2 * 3_600;
/** A young forum, where positions explain nothing yet, waits for so many more votes of agreement, and for as many again, instead of a day. */
const MORE_VOTES = 100;
/** It is young up to so many. */
const YOUNG = 5_000;

/** Takes the fit of this night, if it is due and nobody else makes it; whoever took it ends it. */
export async function takeNight(db: Db, now: number): Promise<boolean> {
  if (!(await isDue(db, now))) return false;
  return write(db, async (trx) => {
    if (!(await isDue(trx, now))) return false;
    await trx
      .insertInto("fit")
      .values({ scope: SITE, made_at: 0, is_used: 0, gain: 0, vote_count: 0, begun_at: now })
      .onConflict((conflict) => conflict.column("scope").doUpdateSet({ begun_at: now }))
      .execute();
    return true;
  });
}

/** Says that it was made. */
export const endNight = (db: Db, now: number): Promise<unknown> =>
  write(db, (trx) =>
    trx
      .updateTable("fit")
      .set({ made_at: now, begun_at: null })
      .where("scope", "=", SITE)
      .execute(),
  );

async function isDue(db: Db | Trx, now: number): Promise<boolean> {
  const last = await db
    .selectFrom("fit")
    .select(["made_at", "begun_at", "is_used", "vote_count"])
    .where("scope", "=", SITE)
    .executeTakeFirst();
  if (!last) return (await db.selectFrom("vote").select("post_id").limit(1).execute()).length > 0;
  // A clock that was set back since keeps nobody waiting.
  if (last.begun_at !== null && Math.abs(now - last.begun_at) < LONGEST) return false;
  if (Math.abs(now - last.made_at) >= NIGHT) return true;
  if (last.is_used || last.vote_count > YOUNG) return false;
  const enough = 2 * last.vote_count + MORE_VOTES;
  return (await countVotes(db, enough)) >= enough;
}

/** Votes of agreement, counted up to so many. */
async function countVotes(db: Db | Trx, most: number): Promise<number> {
  const some = db
    .selectFrom("vote")
    .select("post_id")
    .where("agree", "<>", 0)
    .limit(sql.lit(most))
    .as("some");
  const { count } = await db
    .selectFrom(some)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}
