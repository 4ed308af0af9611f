import type { Db } from "#db/open.server.ts";

/** Threads in one part of the sitemap. */
export const SITEMAP_THREADS = 10_000;

/** What the sitemap says of the threads of one part, counted from 0: parts are ranges of ids, so that none has to be counted. */
export function listAddresses(db: Db, part: number) {
  return db
    .selectFrom("thread")
    .select(["id", "slug", "active_at"])
    .where("id", ">=", part * SITEMAP_THREADS)
    .where("id", "<", (part + 1) * SITEMAP_THREADS)
    .where("hidden_at", "is", null)
    .where("merged_into_id", "is", null)
    .orderBy("id")
    .execute();
}
