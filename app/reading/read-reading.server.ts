import type { Db } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import type { Marks } from "../posts/post-marks.ts";
import type { PostView } from "../posts/post-view.ts";
import { inOrder, type Node } from "../posts/tree.ts";
import { threadPath } from "../threads/thread-path.ts";
import type { NewPosts } from "./new-posts.ts";
import { readMarks } from "./read-marks.server.ts";
import { readNewPosts } from "./read-new-posts.server.ts";
import type { ThreadVisit } from "./visit.ts";

interface Page {
  thread: { id: number; slug: string };
  opening: PostView;
  replies: Node<PostView>[];
  branch: PostView | null;
}

/** What a page of a thread is to somebody who reads it: the marks of its posts, and what is new since the last visit. */
export async function readReading(
  db: Db,
  person: Person,
  seen: ThreadVisit | null,
  { thread, opening, replies, branch }: Page,
): Promise<{ marks: Marks; news: { posts: NewPosts; since: number } | null }> {
  const shown = [...(branch ? [] : [opening]), ...inOrder(replies)];
  const marks = await readMarks(db, person, shown);
  const posts =
    seen &&
    (await readNewPosts(db, person, seen.seenId, {
      threadId: thread.id,
      path: threadPath(thread),
      branchId: branch?.id ?? null,
      shown,
    }));
  if (!posts) return { marks, news: null };
  for (const [id, next] of Object.entries(posts.nextOf)) {
    marks[Number(id)] = { ...marks[Number(id)], newer: { next } };
  }
  return { marks, news: { posts, since: seen.seenAt } };
}
