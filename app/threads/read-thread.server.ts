/** All that a thread's page needs: some queries, each of which touches no more rows than a page has, whatever the thread's size. */
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { isFolded } from "../moderation/states.ts";
import { PAGE, type Room } from "../posts/page-size.ts";
import { type PostView, postColumns, toPostView } from "../posts/post-view.ts";
import { buildTree, type Node, type ReplyOrder } from "../posts/tree.ts";
import { Refusal } from "../refusals.ts";
import { SHOWN_ABOVE } from "./find-above.server.ts";
import { type AgreedPost, readAgreed } from "./read-agreed.server.ts";
import { leadToPost, readBranch } from "./read-branch.server.ts";
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
  /** Until when its author asked for quiet; epoch seconds. */
  quietUntil: number | null;
  /** Seconds between two replies of one person. */
  slowSeconds: number | null;
  version: number;
  /** The forum that it came from. */
  importedFrom: string | null;
  topics: { name: string; slug: string }[];
}

export interface ThreadPage {
  thread: ThreadView;
  opening: PostView;
  replies: Node<PostView>[];
  /** The post whose branch alone is shown, if one was asked for; the root of `replies`. */
  branch: PostView | null;
  /** What that post answers, as far as it is shown above it, the nearest last. */
  ancestors: PostView[];
  /** A post further up than those, whose page leads down to the branch. */
  above: number | null;
  /** Whether replies stand before these on other pages. */
  isLater: boolean;
  /** Where the next replies begin, or null. */
  next: string | null;
  /** Replies of a long thread that both sides found worth reading; on its first page. */
  agreed: AgreedPost[];
}

export interface Wished {
  order: ReplyOrder;
  after: string | null;
  branchId: number | null;
}

/** A page of a thread, as much as there is room for. Throws Refusal 404 for a thread or branch that is not there, and a Response that leads to the place of a post of another thread, or to where what began a merged one stands now. */
export async function readThread(
  db: Db,
  threadId: number,
  wished: Wished,
  room: Room = PAGE,
): Promise<ThreadPage> {
  const row = await headOf.first(db, { threadId });
  if (!row) throw new Refusal(404, { key: "threads.not-found" });
  if (row.merged_into_id !== null) {
    throw await leadToPost(db, wished.branchId ?? row.id, wished.order);
  }
  const thread = toThreadView(threadId, row, await topicsOf.all(db, { threadId }));
  const opening = toPostView(row);
  const page = { thread, opening };
  if (wished.branchId !== null && wished.branchId !== opening.id) {
    const found = await readBranch(db, threadId, wished.branchId, wished, room);
    const { first, posts, next, above, isLater } = found;
    const replies = buildTree([first, ...posts], [first.id], wished.order);
    // Its own direct replies are on this branch's other pages, to which `next` leads.
    for (const node of replies) Object.assign(node, { missing: 0, more: null });
    const isNearOpening = first.depth <= SHOWN_ABOVE;
    const ancestors = isNearOpening ? [opening, ...found.ancestors] : found.ancestors;
    return { ...page, replies, branch: first, ancestors, above, isLater, next, agreed: [] };
  }
  const { posts, roots, isLater, next } = await readBranches(db, opening.id, wished, room);
  const replies = buildTree(posts, roots, wished.order);
  const agreed = isLater ? [] : await readAgreed(db, thread);
  return { ...page, replies, branch: null, ancestors: [], above: null, isLater, next, agreed };
}

const headOf = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("thread")
    .innerJoin("post", "post.id", "thread.opening_post_id")
    .innerJoin("person", "person.id", "post.author_id")
    .innerJoin("tally", "tally.post_id", "post.id")
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
      "thread.quiet_until",
      "thread.slow_seconds",
      "thread.version as thread_version",
      "thread.imported_from",
      "thread.merged_into_id",
    ])
    .where("thread.id", "=", value("threadId")),
);

const topicsOf = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select(["topic.name", "topic.slug"])
    .where("thread_topic.thread_id", "=", value("threadId"))
    .orderBy("thread_topic.position"),
);

type Head = NonNullable<Awaited<ReturnType<typeof headOf.first>>>;

const toThreadView = (id: number, row: Head, topics: ThreadView["topics"]): ThreadView => ({
  id,
  title: row.title,
  slug: row.slug,
  author: row.author,
  url: row.url,
  quote: row.quote,
  disclosure: row.disclosure,
  norms: row.norms,
  excerpt: isFolded(row.state) ? "" : row.excerpt,
  startedAt: row.started_at,
  activeAt: row.thread_active_at,
  replyCount: row.thread_reply_count,
  personCount: row.person_count,
  isPinned: row.pinned_at !== null,
  isLocked: row.locked_at !== null,
  quietUntil: row.quiet_until,
  slowSeconds: row.slow_seconds,
  version: row.thread_version,
  importedFrom: row.imported_from,
  topics,
});
