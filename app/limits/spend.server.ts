import { createHash } from "node:crypto";
import RateLimiterRes from "rate-limiter-flexible/lib/RateLimiterRes.js";
import type { Db, Trx } from "#db/open.server.ts";
import type { MessageKey } from "../strings/say.ts";
import { AllowanceStore } from "./allowance-store.server.ts";
import { type LimitName, limits, scaledPoints } from "./limits.ts";
import { tooSoon } from "./too-soon.ts";

/** What is said of a limit that people know as such. */
const refusals: Partial<Record<LimitName, MessageKey>> = {
  "vote.newcomer": "refused.votes-of-day",
  "vote.person": "refused.votes-of-day",
  "flag.day": "flags.limit.day",
  "flag.week": "flags.limit.week",
};

/** Takes one point of a limit; refuses with 429 and the seconds to wait when none is left. `now` is in epoch seconds. In a transaction it is taken if that is kept. */
export async function spend(
  db: Db | Trx,
  name: LimitName,
  key: string | number,
  now: number,
  scale: number,
): Promise<void> {
  try {
    await storeOf(db, name, now, scale).consume(shortKey(key));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const said = refusals[name];
    const most = scaledPoints(name, scale);
    throw tooSoon(error.msBeforeNext / 1000, said && { key: said, most });
  }
}

/** Gives a point back, when what was counted turned out to be harmless. */
export async function refund(
  db: Db,
  name: LimitName,
  key: string | number,
  now: number,
  scale: number,
): Promise<void> {
  await storeOf(db, name, now, scale).reward(shortKey(key));
}

/** Forgets the windows that have ended; answers how many. */
export async function sweepAllowances(db: Db, now: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("allowance")
    .where("expires_at_ms", "<=", now * 1000)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

const storeOf = (db: Db | Trx, name: LimitName, now: number, scale: number) =>
  new AllowanceStore(
    db,
    { name, points: scaledPoints(name, scale), seconds: limits[name].seconds },
    now,
  );

/** Short whatever was sent, and without the network address in the clear. */
const shortKey = (key: string | number) =>
  createHash("sha256").update(String(key)).digest("base64url").slice(0, 22);
