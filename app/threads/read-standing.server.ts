import type { Db } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";

/** How a thread stands: its title, and whether it is pinned or locked; throws Refusal 404. */
export async function readStanding(db: Db, threadId: number | null) {
  const thread = await db
    .selectFrom("thread")
    .select(["id", "title", "slug", "pinned_at", "locked_at"])
    .where("id", "=", threadId ?? 0)
    .executeTakeFirst();
  if (!thread) throw new Refusal(404, { key: "threads.not-found" });
  const { id, title, slug } = thread;
  return {
    thread: { id, title, slug },
    isPinned: thread.pinned_at !== null,
    isLocked: thread.locked_at !== null,
  };
}
