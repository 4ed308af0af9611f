import { setTimeout } from "node:timers/promises";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";

/** Rows of one transaction: short, since who votes meanwhile waits for it. */
const MOST = 300;
/** Milliseconds left to others after each. */
const PAUSE = 2;

/** Goes through many rows, so many in a transaction; `deed` answers where the next begins, null at the end. Where others were quicker, an attempt takes half as many rows as the one before: among people who vote without a pause a long one would be overtaken each time. */
export async function inBatches<Place>(
  db: Db,
  first: Place,
  deed: (trx: Trx, from: Place, most: number) => Promise<Place | null>,
): Promise<void> {
  let after: Place | null = first;
  let most = MOST;
  while (after !== null) {
    const from: Place = after;
    let next = most;
    after = await write(db, (trx) => {
      most = next;
      next = Math.max(1, Math.floor(most / 2));
      return deed(trx, from, most);
    });
    most = Math.min(MOST, 2 * most);
    await setTimeout(PAUSE);
  }
}
