import type { Db, Trx } from "#db/open.server.ts";
import { USUAL, type Wish } from "./wish.ts";

export interface KeptWish extends Wish {
  /** When the next regular letter is made, in epoch seconds; null for none. */
  nextAt: number | null;
  /** They chose a zone themselves: who merely stopped letters did not. */
  isChosen: boolean;
}

/** Which letters a person wishes for. */
export async function readWish(db: Db | Trx, personId: number): Promise<KeptWish> {
  const kept = await db
    .selectFrom("letter_wish")
    .select(["is_at_once", "digest", "weekday", "hour", "zone", "next_at"])
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!kept) return { ...USUAL, nextAt: null, isChosen: false };
  const { is_at_once, digest, weekday, hour, zone, next_at: nextAt } = kept;
  const isChosen = digest !== "none" || zone !== USUAL.zone;
  return { isAtOnce: is_at_once === 1, digest, weekday, hour, zone, nextAt, isChosen };
}
