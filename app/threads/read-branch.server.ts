/** One branch on its own page. */
import type { Db } from "#db/open.server.ts";
import { takeFitting } from "../posts/page-size.ts";
import { PAGE_POSTS } from "../posts/post-place.ts";
import type { PostView } from "../posts/post-view.ts";
import { readPosts } from "./read-posts.server.ts";

interface Branch {
  posts: PostView[];
  /** The id after which the next direct replies begin, or null. */
  next: number | null;
}

/** A post of the thread and what stands below it, nearest first, as much as a page holds; of its direct replies those after an id. Empty when there is no such post. */
export async function readBranch(
  db: Db,
  threadId: number,
  postId: number,
  after: number | null,
): Promise<Branch> {
  const near = await findNear(db, threadId, postId, after ?? 0);
  // The post itself and one reply at least, so that every page leads on.
  const shown = takeFitting(near.slice(0, PAGE_POSTS), 2);
  const posts = await readPosts(
    db,
    shown.map((post) => post.id),
  );
  const direct = shown.filter((post) => post.level === 1);
  const isCut = near.filter((post) => post.level === 1).length > direct.length;
  return { posts, next: isCut ? direct.at(-1)!.id : null };
}

/** What a page may show and one post more, the nearest first, each with the levels that it stands below the branch's post. */
function findNear(db: Db, threadId: number, postId: number, after: number) {
  return db
    .withRecursive("branch(id, level)", (step) =>
      step
        .selectFrom("post")
        .select((eb) => ["id", eb.lit<number>(0).as("level")])
        .where("id", "=", postId)
        .where("thread_id", "=", threadId)
        .unionAll(
          step
            .selectFrom("post")
            .innerJoin("branch", "branch.id", "post.parent_id")
            .select((eb) => ["post.id", eb("branch.level", "+", eb.lit(1)).as("level")])
            // No post further down than a page has posts can be among its nearest.
            .where("branch.level", "<", PAGE_POSTS)
            .where((eb) => eb.or([eb("branch.level", ">", 0), eb("post.id", ">", after)])),
        ),
    )
    .with("near", (step) =>
      step
        .selectFrom("branch")
        .select(["id", "level"])
        .orderBy("level")
        .orderBy("id")
        .limit(PAGE_POSTS + 1),
    )
    .selectFrom("near")
    .innerJoin("post", "post.id", "near.id")
    .select(["near.id", "near.level"])
    .select((eb) => eb.fn<number>("octet_length", ["post.html"]).as("bytes"))
    .orderBy("near.level")
    .orderBy("near.id")
    .execute();
}
