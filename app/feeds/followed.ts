/** Whether a post is among what somebody follows. */
import type { FollowKind, FollowLevel } from "#db/schema.ts";

export interface Followed {
  kind: FollowKind;
  objectId: number;
  level: FollowLevel;
}

/** A post, as far as that decides it. */
export interface FollowedPost {
  threadId: number;
  authorId: number;
  topicIds: readonly number[];
  /** The posts above it and itself, the nearest last; of no use where none of them is followed. */
  branchIds: readonly number[];
  isOpening: boolean;
  /** It answers a post of who follows. */
  isAnswer: boolean;
  /** It was found worth reading. */
  isFound: boolean;
}

const loudness: Record<FollowLevel, number> = { muted: 0, nothing: 0, worth: 1, every: 2 };

/** Of places the nearest counts: a branch, else the thread, else of its topics the one of which most is wished; or its author. At “worth” come what begins a thread, what answers, and what was found. */
export function isFollowed(post: FollowedPost, follows: readonly Followed[]): boolean {
  const loud = Math.max(loudness[placeLevel(post, follows)], loudness[authorLevel(post, follows)]);
  return loud > 1 || (loud === 1 && (post.isOpening || post.isAnswer || post.isFound));
}

function placeLevel(
  { branchIds, threadId, topicIds }: FollowedPost,
  follows: readonly Followed[],
): FollowLevel {
  const of = (kind: FollowKind, id: number) =>
    follows.find((each) => each.kind === kind && each.objectId === id)?.level;
  for (const id of branchIds.toReversed()) {
    const level = of("branch", id);
    if (level) return level;
  }
  const topics = topicIds.flatMap((id) => of("topic", id) ?? []);
  topics.sort((one, other) => loudness[other] - loudness[one]);
  return of("thread", threadId) ?? topics[0] ?? "nothing";
}

const authorLevel = ({ authorId }: FollowedPost, follows: readonly Followed[]): FollowLevel =>
  follows.find(({ kind, objectId }) => kind === "person" && objectId === authorId)?.level ??
  "nothing";
