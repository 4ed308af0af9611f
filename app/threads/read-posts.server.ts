import type { Db } from "#db/open.server.ts";
import { type PostView, postColumns, toPostView } from "../posts/post-view.ts";

/** Posts as a page shows them, by id. */
export async function readPosts(db: Db, ids: number[]): Promise<PostView[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .select(postColumns)
    .where("post.id", "in", ids)
    .orderBy("post.id")
    .execute();
  return rows.map(toPostView);
}
