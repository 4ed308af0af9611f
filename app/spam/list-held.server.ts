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
  const rows = await db
    .selectFrom("case")
    .innerJoin("kept_text", (join) =>
      join.onRef("kept_text.post_id", "=", "case.post_id").on("kept_text.why", "=", "away"),
    )
    .innerJoin("person", "person.id", "case.author_id")
    .innerJoin("thread", "thread.id", "case.thread_id")
    .select(["case.post_id", "case.due_at", "person.name", "thread.title", "kept_text.html"])
    .select("kept_text.title as kept_title")
    .where("case.kind", "=", "spam")
    .where("case.waits_for", "=", "moderator")
    .where("case.closed_at", "is", null)
    .where("case.state", "=", "held")
    .orderBy("case.due_at")
    .orderBy("case.id")
    .limit(MOST)
    .execute();
  return rows.map(({ post_id, name, kept_title, title, html, due_at }) => ({
    ...{ id: post_id, author: name, title: kept_title ?? title, html, dueAt: due_at },
  }));
}
