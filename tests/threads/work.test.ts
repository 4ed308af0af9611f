/** How much is done for one page of a thread: never time, which a busy machine makes up. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { PAGE_POSTS } from "#app/posts/page-size.ts";
import { REPLY_ORDERS } from "#app/posts/tree.ts";
import { readThread } from "#app/threads/read-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { cast } from "../cast.ts";
import { fillThread, placeByVotes } from "./fill.ts";
import { beginThread } from "./thread.ts";
import { openCounted, type Touched } from "./touched.ts";

const [ada] = cast as [Person];
const LONG = 10_000;

/** Most posts that may be touched for one page: each is found, measured and read, and where a branch is cut each leads to two more; and each has its tally. */
const MOST_TOUCHED = 2 * 6 * PAGE_POSTS;

const shapes: [string, (place: number) => number][] = [
  ["all answer the opening post", () => -1],
  ["all answer its first reply", (place) => (place ? 0 : -1)],
  ["each answers the one before", (place) => place - 1],
  ["each is answered by three", (place) => Math.floor((place - 1) / 3)],
  ["every tenth begins a branch", (place) => (place % 10 ? place - (place % 3) - 1 : -1)],
];

/** Touched for pages in every order: the first, the next, a branch's first, its next, and one far down. */
async function touchedFor(db: Db, touched: Touched, threadId: number, ids: number[]) {
  const counts: number[] = [];
  for (const order of REPLY_ORDERS) {
    for (const branchId of [null, ids[0]!, ids.at(-200)!]) {
      const wished = { order, branchId, after: null };
      const { next } = await readThread(db, threadId, wished);
      for (const after of next ? [null, next] : [null]) {
        counts.push(await touched((db) => readThread(db, threadId, { ...wished, after })));
      }
    }
  }
  return counts;
}

test.each(shapes)(
  "a page of a long thread touches few more posts than it shows: %s",
  async (_, parentOf) => {
    const { db, touched } = await openCounted();
    const thread = await beginThread(db, ada);
    const parents = Array.from({ length: LONG }, (_, place) => parentOf(place));
    const ids = await fillThread(db, thread, ada.id, parents);
    await placeByVotes(db);
    await sql`analyze`.execute(db);
    const counts = await touchedFor(db, touched, thread.threadId, ids);
    expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_TOUCHED);
    // Whoever counts nothing would find all this well.
    expect(Math.max(...counts)).toBeGreaterThan(2 * PAGE_POSTS);
  },
);
