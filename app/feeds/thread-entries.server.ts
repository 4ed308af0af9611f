import type { Db } from "#db/open.server.ts";
import type { ThreadOrder } from "../threads/thread-order.ts";
import type { Entry, Query } from "./feed.ts";
import { readEntries } from "./read-entries.server.ts";

/** What is asked of a list of threads in this order. */
export const orderQuery = (order: ThreadOrder): Query => (order === "best" ? {} : { order });

interface Line {
  openingId: number | null;
  activeAt: number;
}

/** Threads, in their order here, as entries of a feed: each by its opening post. Where they are listed by what is new in them, a reply makes them new. */
export async function readThreadEntries(
  db: Db,
  threads: readonly Line[],
  order: ThreadOrder,
  origin: string,
): Promise<Entry[]> {
  const ids = threads.flatMap(({ openingId }) => openingId ?? []);
  const entries = await readEntries(db, ids, origin);
  if (order !== "active") return entries;
  const active = new Map(
    threads.map(({ openingId, activeAt }) => [`${origin}/posts/${openingId}`, activeAt]),
  );
  return entries.map((entry) => ({
    ...entry,
    updatedAt: Math.max(entry.updatedAt, active.get(entry.id) ?? 0),
  }));
}
