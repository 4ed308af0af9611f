/** One branch on its own page. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { type Cursor, readCursor, writeCursor } from "../cursor.ts";
import { takeFitting } from "../posts/page-size.ts";
import { PAGE_POSTS } from "../posts/post-place.ts";
import type { PostView } from "../posts/post-view.ts";
import { readPosts } from "./read-posts.server.ts";

interface Branch {
  posts: PostView[];
  /** Where the next direct replies begin, or null. */
  next: string | null;
}

/** A post of the thread and what stands below it, nearest first, as much as a page holds; of its direct replies those after a cursor. Empty when there is no such post. */
export async function readBranch(
  db: Db,
  threadId: number,
  postId: number,
  after: string | null,
): Promise<Branch> {
  const near = await findNear(db, threadId, postId, readCursor(after) ?? { by: 0, id: 0 });
  // The post itself and one reply at least, so that every page leads on.
  const shown = takeFitting(near.slice(0, PAGE_POSTS), 2);
  const posts = await readPosts(
    db,
    shown.map((post) => post.id),
  );
  const direct = shown.filter((post) => post.level === 1);
  const isCut = near.filter((post) => post.level === 1).length > direct.length;
  const last = direct.at(-1);
  return { posts, next: isCut && last ? writeCursor({ by: last.posted_at, id: last.id }) : null };
}

/** What a page may show and one post more, the nearest first, each with the levels that it stands below the branch's post. */
function findNear(db: Db, threadId: number, postId: number, after: Cursor) {
  return db
    .withRecursive("branch(id, posted_at, level)", (step) =>
      step
        .selectFrom("post")
        .select((eb) => ["id", "posted_at", eb.lit<number>(0).as("level")])
        .where("id", "=", postId)
        .where("thread_id", "=", threadId)
        .unionAll(
          step
            .selectFrom("post")
            .innerJoin("branch", "branch.id", "post.parent_id")
            .select((eb) => [
              "post.id",
              "post.posted_at",
              eb("branch.level", "+", eb.lit(1)).as("level"),
            ])
            // No post further down than a page has posts can be among its nearest.
            .where("branch.level", "<", PAGE_POSTS)
            .where(
              sql<boolean>`(branch.level > 0 or (post.posted_at, post.id) > (${after.by}, ${after.id}))`,
            ),
        ),
    )
    .with("near", (step) =>
      step
        .selectFrom("branch")
        .select(["id", "posted_at", "level"])
        .orderBy("level")
        .orderBy("posted_at")
        .orderBy("id")
        .limit(PAGE_POSTS + 1),
    )
    .selectFrom("near")
    .innerJoin("post", "post.id", "near.id")
    .select(["near.id", "near.posted_at", "near.level"])
    .select((eb) => eb.fn<number>("octet_length", ["post.html"]).as("bytes"))
    .orderBy("near.level")
    .orderBy("near.posted_at")
    .orderBy("near.id")
    .execute();
}
