import type { Db } from "#db/open.server.ts";
import type { ThreadOrder } from "../threads/thread-order.ts";
import type { Entry } from "./feed.ts";
import { readEntries } from "./read-entries.server.ts";

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
