/** A post as a page shows it. */
import type { PostKind } from "#db/schema.ts";

export interface PostView {
  id: number;
  parentId: number | null;
  author: string;
  authorId: number;
  kind: PostKind;
  /** Empty when the post is withdrawn. */
  html: string;
  version: number;
  postedAt: number;
  editedAt: number | null;
  isWithdrawn: boolean;
  withdrawnAt: number | null;
  depth: number;
  replyCount: number;
  /** How many liked it in the forum that it came from. */
  likedElsewhere: number;
}

/** The columns of `post` and its author `person` that a page shows. */
export const postColumns = [
  "post.id",
  "post.parent_id",
  "person.name as author",
  "post.author_id",
  "post.kind",
  "post.html",
  "post.version",
  "post.posted_at",
  "post.edited_at",
  "post.withdrawn_at",
  "post.depth",
  "post.reply_count",
  "post.liked_elsewhere",
] as const;

interface Columns {
  id: number;
  parent_id: number | null;
  author: string;
  author_id: number;
  kind: PostKind;
  html: string;
  version: number;
  posted_at: number;
  edited_at: number | null;
  withdrawn_at: number | null;
  depth: number;
  reply_count: number;
  liked_elsewhere: number;
}

/** The post without what it withdrew. */
export function toPostView(row: Columns): PostView {
  const isWithdrawn = row.withdrawn_at !== null;
  return {
    id: row.id,
    parentId: row.parent_id,
    author: row.author,
    authorId: row.author_id,
    kind: row.kind,
    html: isWithdrawn ? "" : row.html,
    version: row.version,
    postedAt: row.posted_at,
    editedAt: row.edited_at,
    isWithdrawn,
    withdrawnAt: row.withdrawn_at,
    depth: row.depth,
    replyCount: row.reply_count,
    likedElsewhere: row.liked_elsewhere,
  };
}
