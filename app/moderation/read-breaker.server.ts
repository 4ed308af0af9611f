/** The circuit breaker, as the last decisions leave it. */
import type { Db, Trx } from "#db/open.server.ts";
import { breakerTrips, DECISIONS } from "../ranking/breaker.ts";

/** Whether so many of the last decisions were reversed that nothing is put away before review. */
export async function readBreaker(db: Db | Trx): Promise<{ isTripped: boolean }> {
  const last = await db
    .selectFrom("action")
    .select("undone_at")
    .where("is_decision", "=", 1)
    .orderBy("id", "desc")
    .limit(DECISIONS)
    .execute();
  return { isTripped: breakerTrips(last.toReversed().map((act) => act.undone_at !== null)) };
}
