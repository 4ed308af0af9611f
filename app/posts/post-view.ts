/** A post as a page shows it. */
import type { PostKind, PostState } from "#db/schema.ts";
import type { Fate } from "./fate.ts";

export interface PostView {
  id: number;
  parentId: number | null;
  author: string;
  authorId: number;
  kind: PostKind;
  /** Empty when the post is withdrawn, or kept away. */
  html: string;
  version: number;
  postedAt: number;
  editedAt: number | null;
  isWithdrawn: boolean;
  withdrawnAt: number | null;
  state: PostState;
  /** What more is told of one that is not simply published, where it is told. */
  fate: Fate | null;
  depth: number;
  replyCount: number;
  /** How many liked it in the forum that it came from. */
  likedElsewhere: number;
  /** What votes on it come to; null while that is hidden. */
  votes: VotesView | null;
  /** How many say that it changed their mind. */
  minds: number;
  /** Its place among the replies to the same post, in stored units: the greater the further up. */
  best: number;
  /** The same for what it is worth across disagreement. */
  across: number;
  /** Whether it stands where it does as the strongest reply from another view than those around it. */
  isOtherView: boolean;
}

/** Counts of votes that count. */
export interface VotesView {
  voters: number;
  worth: number;
  agree: number;
  disagree: number;
}

/** The columns of `post`, its author `person` and its `tally` that a page shows. */
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
  "post.state",
  "post.depth",
  "post.reply_count",
  "post.liked_elsewhere",
  "tally.voter_count",
  "tally.worth_count",
  "tally.agree_count",
  "tally.disagree_count",
  "tally.mind_count",
  "tally.shown_at",
  "tally.best",
  "tally.across",
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
  state: PostState;
  depth: number;
  reply_count: number;
  liked_elsewhere: number;
  voter_count: number;
  worth_count: number;
  agree_count: number;
  disagree_count: number;
  mind_count: number;
  shown_at: number | null;
  best: number;
  across: number;
}

/** The post without what it withdrew, and without counts that are hidden yet. */
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
    state: row.state,
    fate: null,
    depth: row.depth,
    replyCount: row.reply_count,
    likedElsewhere: row.liked_elsewhere,
    votes: row.shown_at === null ? null : toVotesView(row),
    minds: isWithdrawn ? 0 : row.mind_count,
    best: row.best,
    across: row.across,
    isOtherView: false,
  };
}

const toVotesView = (row: Columns): VotesView => ({
  voters: row.voter_count,
  worth: row.worth_count,
  agree: row.agree_count,
  disagree: row.disagree_count,
});
