/** All that a thread's page needs: five queries at most, whatever its size. */
import type { Db } from "#db/open.server.ts";
import { type PostView, postColumns, toPostView } from "../posts/post-view.ts";
import { buildTree, type Node, type ReplyOrder } from "../posts/tree.ts";
import { Refusal } from "../refusals.ts";
import { readBranch } from "./read-branch.server.ts";
import { readBranches } from "./read-branches.server.ts";

export interface ThreadView {
  id: number;
  title: string;
  slug: string;
  author: string;
  url: string | null;
  quote: string | null;
  disclosure: string | null;
  norms: string | null;
  excerpt: string;
  startedAt: number;
  activeAt: number;
  replyCount: number;
  personCount: number;
  isPinned: boolean;
  isLocked: boolean;
  version: number;
  /** The forum that it came from. */
  importedFrom: string | null;
  topics: { name: string; slug: string }[];
}

export interface ThreadPage {
  thread: ThreadView;
  opening: PostView;
  replies: Node<PostView>[];
  /** The post whose branch alone is shown, if one was asked for. */
  branch: PostView | null;
  /** Where the next replies begin, or null. */
  next: string | null;
}

export interface Wished {
  order: ReplyOrder;
  after: string | null;
  branchId: number | null;
}

/** A page of a thread; throws Refusal 404 for a thread or branch that is not there. */
export async function readThread(db: Db, threadId: number, wished: Wished): Promise<ThreadPage> {
  const { thread, opening } = await readHead(db, threadId);
  const topics = await db
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select(["topic.name", "topic.slug"])
    .where("thread_topic.thread_id", "=", threadId)
    .orderBy("thread_topic.position")
    .execute();
  const view = { ...thread, topics };
  if (wished.branchId !== null && wished.branchId !== opening.id) {
    const { posts, next } = await readBranch(db, threadId, wished.branchId, wished.after);
    const branch = posts.find((post) => post.id === wished.branchId);
    if (!branch) throw new Refusal(404, { key: "threads.post.not-found" });
    const replies = buildTree(posts, [branch.id], wished.order);
    // Its own direct replies are on this branch's other pages, to which `next` leads.
    for (const node of replies) node.missing = 0;
    return { thread: view, opening, replies, branch, next };
  }
  const { posts, roots, next } = await readBranches(db, opening.id, wished);
  return {
    thread: view,
    opening,
    replies: buildTree(posts, roots, wished.order),
    branch: null,
    next,
  };
}

async function readHead(db: Db, threadId: number) {
  const row = await db
    .selectFrom("thread")
    .innerJoin("post", "post.id", "thread.opening_post_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(postColumns)
    .select([
      "thread.title",
      "thread.slug",
      "thread.url",
      "thread.quote",
      "thread.disclosure",
      "thread.norms",
      "thread.excerpt",
      "thread.started_at",
      "thread.active_at as thread_active_at",
      "thread.reply_count as thread_reply_count",
      "thread.person_count",
      "thread.pinned_at",
      "thread.locked_at",
      "thread.version as thread_version",
      "thread.imported_from",
    ])
    .where("thread.id", "=", threadId)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "threads.not-found" });
  const opening = toPostView(row);
  return {
    opening,
    thread: {
      id: threadId,
      title: row.title,
      slug: row.slug,
      author: row.author,
      url: row.url,
      quote: row.quote,
      disclosure: row.disclosure,
      norms: row.norms,
      excerpt: row.excerpt,
      startedAt: row.started_at,
      activeAt: row.thread_active_at,
      replyCount: row.thread_reply_count,
      personCount: row.person_count,
      isPinned: row.pinned_at !== null,
      isLocked: row.locked_at !== null,
      version: row.thread_version,
      importedFrom: row.imported_from,
    },
  };
}
