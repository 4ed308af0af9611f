import type { Db } from "#db/open.server.ts";
import { type Here, type Place, placeKey } from "./places.ts";

/** What stands here in the place of outer posts and threads, by their keys. */
export async function findPlacesHere(
  db: Db,
  source: string,
  places: readonly Place[],
): Promise<Map<string, Here>> {
  const found = new Map<string, Here>();
  for (const place of places) {
    const { thread, number } = place;
    if (number === null) {
      const row = await db
        .selectFrom("imported_thread")
        .innerJoin("thread", "thread.id", "imported_thread.thread_id")
        .select(["thread.id", "thread.title"])
        .where("source", "=", source)
        .where("outer_id", "=", thread)
        .executeTakeFirst();
      if (row) {
        const path = `/threads/${row.id}`;
        found.set(placeKey(place), { path, title: row.title, postId: null, author: null });
      }
      continue;
    }
    const row = await db
      .selectFrom("imported_post")
      .innerJoin("post", "post.id", "imported_post.post_id")
      .innerJoin("person", "person.id", "post.author_id")
      .innerJoin("thread", "thread.id", "post.thread_id")
      .select(["post.id", "thread.title", "person.name", "post.withdrawn_at"])
      .where("source", "=", source)
      .where("outer_thread_id", "=", thread)
      .where("number", "=", number)
      .executeTakeFirst();
    if (!row) continue;
    found.set(placeKey(place), {
      path: `/posts/${row.id}`,
      title: row.title,
      // What was withdrawn is led to, but not quoted by its author's name.
      postId: row.withdrawn_at === null ? row.id : null,
      author: row.name,
    });
  }
  return found;
}
