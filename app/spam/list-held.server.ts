import type { Db } from "#db/open.server.ts";

export interface HeldLine {
  id: number;
  author: string;
  /** Of the thread. */
  title: string;
  html: string;
  /** When it is shown by itself. */
  dueAt: number | null;
}

/** Shown at once; what comes after is reached by looking. */
const MOST = 30;

/** Newcomers' posts that wait for a look, with their text; what waited longest first. */
export async function listHeld(db: Db): Promise<HeldLine[]> {
  // The page first: what is joined to it is read for these alone.
  const first = db
    .selectFrom("case")
    .select(["id", "post_id", "author_id", "thread_id", "due_at"])
    .where("kind", "=", "spam")
    .where("waits_for", "=", "moderator")
    .where("closed_at", "is", null)
    .where("state", "=", "held")
    .orderBy("due_at")
    .orderBy("id")
    .limit(MOST)
    .as("first");
  const rows = await db
    .selectFrom(first)
    .innerJoin("kept_text", (join) =>
      join.onRef("kept_text.post_id", "=", "first.post_id").on("kept_text.why", "=", "away"),
    )
    .innerJoin("person", "person.id", "first.author_id")
    .innerJoin("thread", "thread.id", "first.thread_id")
    .select(["first.post_id", "first.due_at", "person.name", "thread.title", "kept_text.html"])
    .select("kept_text.title as kept_title")
    .orderBy("first.due_at")
    .orderBy("first.id")
    .execute();
  return rows.map(({ post_id, name, kept_title, title, html, due_at }) => ({
    ...{ id: post_id, author: name, title: kept_title ?? title, html, dueAt: due_at },
  }));
}
