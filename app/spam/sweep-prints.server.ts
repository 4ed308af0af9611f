import type { Db } from "#db/open.server.ts";
import { KNOWN_FOR } from "./signs.ts";

/** Forgets by what newcomers' posts were known again once that counts no more; answers how many. */
export async function sweepPrints(db: Db, now: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("print")
    .where("posted_at", "<=", now - KNOWN_FOR)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
