import type { Db } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import type { OwnPost } from "../posts/own-acts.tsx";
import type { Marks } from "../posts/post-marks.ts";
import type { NewPosts } from "./new-posts.ts";
import { readMarks } from "./read-marks.server.ts";
import { readNewPosts } from "./read-new-posts.server.ts";
import type { ShownPosts } from "./shown-posts.ts";
import type { ThreadVisit } from "./visit.ts";

/** What of a page of a thread decides what is a reader's own on it. */
export interface PageFacts {
  threadId: number;
  /** The address of the thread. */
  path: string;
  isLocked: boolean;
  /** The last post of the thread when the page was made. */
  latestId: number;
  /** The post whose branch alone is shown, if one was asked for. */
  branchId: number | null;
  /** The posts of the page, in the order in which it shows them. */
  shown: ShownPosts<OwnPost>;
}

/** What a page of a thread is to somebody who reads it: the marks of its posts, and what is new since the last visit. */
export async function readReading(
  db: Db,
  person: Person,
  seen: ThreadVisit | null,
  page: PageFacts,
): Promise<{ marks: Marks; news: { posts: NewPosts; since: number } | null }> {
  const marks = await readMarks(db, person, page.shown);
  const isNews = seen !== null && seen.seenId < page.latestId;
  const posts = isNews ? await readNewPosts(db, person, seen.seenId, page) : null;
  if (!posts) return { marks, news: null };
  for (const [id, next] of Object.entries(posts.nextOf)) {
    marks[Number(id)] = { ...marks[Number(id)], newer: { next } };
  }
  return { marks, news: { posts, since: seen!.seenAt } };
}
