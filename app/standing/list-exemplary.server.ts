import type { Db } from "#db/open.server.ts";

/** Lines shown at once. */
export const LINES = 20;

export interface ExemplaryLine {
  id: number;
  line: string;
  sender: string;
  sentAt: number;
  post: { id: number; title: string };
}

/** The latest lines that others sent to the author of posts, for the author's eyes alone: of one post, or of all; none of whom the author blocks. */
export async function listExemplary(
  db: Db,
  authorId: number,
  postId: number | null = null,
): Promise<ExemplaryLine[]> {
  const rows = await db
    .selectFrom("exemplary")
    .innerJoin("post", "post.id", "exemplary.post_id")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "exemplary.person_id")
    .select(["exemplary.id", "exemplary.line", "exemplary.sent_at", "exemplary.post_id"])
    .select(["thread.title", "person.name as sender"])
    .where("exemplary.author_id", "=", authorId)
    .where("exemplary.person_id", "not in", (eb) =>
      eb.selectFrom("block").select("blocked_id").where("person_id", "=", authorId),
    )
    .$if(postId !== null, (query) => query.where("exemplary.post_id", "=", postId))
    .orderBy("exemplary.id", "desc")
    .limit(LINES)
    .execute();
  return rows.map(({ id, line, sender, sent_at, post_id, title }) => ({
    ...{ id, line, sender, sentAt: sent_at },
    post: { id: post_id, title },
  }));
}
