/** Flat posts → nested and sorted. */
import { type Cursor, writeCursor } from "../cursor.ts";
import { pageQuery } from "./post-place.ts";

export type ReplyOrder = "best" | "new" | "old" | "active" | "across";

/** The orders of replies. */
export const REPLY_ORDERS: readonly ReplyOrder[] = ["best", "new", "old", "active", "across"];

/** An order in which the replies to one post can be gone through, however many they are. */
export type WalkOrder = Exclude<ReplyOrder, "active">;

/** Which replies to one post are shown where they do not all fit: the first in the order; where most activity is asked for, the earliest. */
export const walkOrder = (order: ReplyOrder): WalkOrder => (order === "active" ? "old" : order);

export interface InTree {
  id: number;
  parentId: number | null;
  postedAt: number;
  /** Its places among the replies to the same post: the greater the further up. */
  best: number;
  across: number;
  /** Direct replies that stand in the forum, shown here or not. */
  replyCount: number;
}

export interface Node<Post extends InTree> {
  post: Post;
  replies: Node<Post>[];
  /** Posts below this one that were handed in. */
  below: number;
  /** Direct replies that were not handed in. */
  missing: number;
  /** The query of the page on which those begin; null where none is missing. */
  more: string | null;
}

/** Nests posts below those of `roots`, in the order given there, and sorts replies; a post whose parent was not handed in is left out. Any depth: nothing here recurses. */
export function buildTree<Post extends InTree>(
  posts: readonly Post[],
  roots: readonly number[],
  order: ReplyOrder,
): Node<Post>[] {
  const nodes = new Map(
    posts.map((post) => [
      post.id,
      { post, replies: [], below: 0, missing: 0, more: null } as Node<Post>,
    ]),
  );
  const isRoot = new Set(roots);
  for (const node of nodes.values()) {
    if (isRoot.has(node.post.id) || node.post.parentId === null) continue;
    nodes.get(node.post.parentId)?.replies.push(node);
  }
  const rootNodes = roots.flatMap((id) => nodes.get(id) ?? []);
  const topDown = [...rootNodes];
  for (const node of topDown) topDown.push(...node.replies);
  for (const node of topDown.reverse()) {
    for (const reply of node.replies) node.below += 1 + reply.below;
    node.missing = Math.max(0, node.post.replyCount - node.replies.length);
    if (node.missing > 0) node.more = queryOfMissing(node, order);
    node.replies.sort(comparisons[order]);
  }
  return rootNodes;
}

function queryOfMissing({ post, replies }: Node<InTree>, order: ReplyOrder): string {
  const walked = walkOrder(order);
  const last = replies.toSorted(comparisons[walked]).at(-1)?.post;
  const after = last ? writeCursor(cursorAt(walked, keyIn(walked, last), last.id)) : null;
  return pageQuery(order, post.id, after);
}

const keyIn = (order: WalkOrder, post: InTree) =>
  order === "best" || order === "across" ? post[order] : post.postedAt;

/** The cursor of what follows a reply in an order, by its key there. */
export const cursorAt = (order: ReplyOrder, key: number, id: number): Cursor =>
  order === "best" || order === "across" ? { by: key, id, isSealed: true } : { by: key, id };

/** The posts of a tree in the order in which a page shows them. Any depth: nothing here recurses. */
export function inOrder<Post extends InTree>(roots: readonly Node<Post>[]): Post[] {
  const posts: Post[] = [];
  const waiting = [...roots].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    posts.push(node.post);
    waiting.push(...[...node.replies].reverse());
  }
  return posts;
}

type Comparison = (one: Node<InTree>, other: Node<InTree>) => number;

/** Ids tell no age: imported posts are older than theirs. */
const byAge: Comparison = ({ post: one }, { post: other }) =>
  one.postedAt - other.postedAt || one.id - other.id;

const comparisons: Record<ReplyOrder, Comparison> = {
  best: (one, other) => other.post.best - one.post.best || byAge(one, other),
  across: (one, other) => other.post.across - one.post.across || byAge(one, other),
  active: (one, other) => other.below - one.below || byAge(one, other),
  old: byAge,
  new: (one, other) => byAge(other, one),
};
