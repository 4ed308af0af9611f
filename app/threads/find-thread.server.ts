import type { Db, Trx } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";

/** A thread as acts of power need it; throws Refusal 404, and 409 for one that was merged into another. */
export async function findThread(db: Db | Trx, threadId: number | null) {
  const thread = await db
    .selectFrom("thread")
    .select(["id", "title", "slug", "author_id", "opening_post_id", "started_at", "active_at"])
    .select(["hidden_at", "merged_into_id", "slow_seconds", "quiet_until"])
    .where("id", "=", threadId ?? 0)
    .executeTakeFirst();
  if (!thread) throw new Refusal(404, { key: "threads.not-found" });
  if (thread.merged_into_id !== null || thread.opening_post_id === null) {
    throw new Refusal(409, { key: "shields.merged.already" });
  }
  return { ...thread, opening_post_id: thread.opening_post_id };
}
