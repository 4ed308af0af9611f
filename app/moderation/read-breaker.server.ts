import type { Db, Trx } from "#db/open.server.ts";
import { breakerTrips, DECISIONS } from "../ranking/breaker.ts";

export interface Breaker {
  /** Nothing is hidden before review. */
  isTripped: boolean;
  /** Of the last decisions, how many were looked at and how many reversed. */
  decided: number;
  reversed: number;
}

/** How the last decisions held (mechanism, M14). */
export async function readBreaker(db: Db | Trx): Promise<Breaker> {
  const acts = await db
    .selectFrom("action")
    .select("undone_at")
    .where("is_decision", "=", 1)
    .orderBy("id", "desc")
    .limit(DECISIONS)
    .execute();
  const reversed = acts.map(({ undone_at }) => undone_at !== null).reverse();
  return {
    isTripped: breakerTrips(reversed),
    decided: reversed.length,
    reversed: reversed.filter(Boolean).length,
  };
}

/** Whether the circuit breaker is open: pages say so then. */
export const isBreakerTripped = async (db: Db | Trx): Promise<boolean> =>
  (await readBreaker(db)).isTripped;
