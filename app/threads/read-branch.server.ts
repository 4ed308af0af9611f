/** One branch on its own page. */
import type { Db } from "#db/open.server.ts";
import { PAGE_POSTS } from "../posts/post-place.ts";
import { type PostView, postColumns, toPostView } from "../posts/post-view.ts";

/** A post of the thread and what stands below it, nearest first, at most PAGE_POSTS; empty when there is no such post. */
export async function readBranch(db: Db, threadId: number, postId: number): Promise<PostView[]> {
  const rows = await db
    .withRecursive("branch(id)", (step) =>
      step
        .selectFrom("post")
        .select("id")
        .where("id", "=", postId)
        .where("thread_id", "=", threadId)
        .unionAll(
          step
            .selectFrom("post")
            .innerJoin("branch", "branch.id", "post.parent_id")
            .select("post.id"),
        ),
    )
    .selectFrom("branch")
    .innerJoin("post", "post.id", "branch.id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(postColumns)
    .limit(PAGE_POSTS)
    .execute();
  return rows.map(toPostView);
}
