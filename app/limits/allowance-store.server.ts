import { sql } from "kysely";
import RateLimiterRes from "rate-limiter-flexible/lib/RateLimiterRes.js";
import RateLimiterStoreAbstract from "rate-limiter-flexible/lib/RateLimiterStoreAbstract.js";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";

interface Stored {
  points: number;
  expires_at_ms: number | null;
}

/** Counts in the forum's own table, by the caller's clock, so that every process and every restart sees the same. */
export class AllowanceStore extends RateLimiterStoreAbstract {
  readonly #db: Db | Trx;
  readonly #nowMs: number;

  constructor(db: Db | Trx, limit: { name: string; points: number; seconds: number }, now: number) {
    super({
      storeClient: db,
      keyPrefix: limit.name,
      points: limit.points,
      duration: limit.seconds,
    });
    this.#db = db;
    this.#nowMs = now * 1000;
  }

  /** One statement: adds to a window that runs, begins a new one when it ended. A window that ends later than a whole window from now was begun by a clock since set back; it begins anew too. */
  async _upsert(key: string, points: number, milliseconds: number): Promise<Stored> {
    const ends = this.#nowMs + milliseconds;
    const isOver = sql<boolean>`(allowance.expires_at_ms <= ${this.#nowMs} or allowance.expires_at_ms > ${ends})`;
    const upsert = (trx: Db | Trx) =>
      trx
        .insertInto("allowance")
        .values({ key, points, expires_at_ms: ends })
        .onConflict((conflict) =>
          conflict.column("key").doUpdateSet({
            points: sql<number>`case when ${isOver} then excluded.points else allowance.points + excluded.points end`,
            expires_at_ms: sql<number>`case when ${isOver} then excluded.expires_at_ms else allowance.expires_at_ms end`,
          }),
        )
        .returning(["points", "expires_at_ms"])
        .executeTakeFirstOrThrow();
    return this.#db.isTransaction ? upsert(this.#db) : write(this.#db, upsert);
  }

  async _get(key: string): Promise<Stored | null> {
    const stored = await this.#db
      .selectFrom("allowance")
      .select(["points", "expires_at_ms"])
      .where("key", "=", key)
      .where("expires_at_ms", ">", this.#nowMs)
      .executeTakeFirst();
    return stored ?? null;
  }

  async _delete(key: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom("allowance")
      .where("key", "=", key)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  _getRateLimiterRes(_key: string, changed: number, stored: Stored): RateLimiterRes {
    const left = Math.max(0, this.points - stored.points);
    const milliseconds = Math.max(0, (stored.expires_at_ms ?? 0) - this.#nowMs);
    return new RateLimiterRes(left, milliseconds, stored.points, stored.points === changed);
  }
}
