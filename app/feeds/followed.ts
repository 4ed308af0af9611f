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
  /** The nearest post above it, or itself, that begins a branch which is followed; null for none. */
  branchId: number | null;
  isOpening: boolean;
  /** It answers a post of who follows. */
  isAnswer: boolean;
  /** It was found worth reading. */
  isFound: boolean;
}

const loudness: Record<FollowLevel, number> = { muted: 0, nothing: 0, worth: 1, every: 2 };

/** How something is followed; undefined where it is not. */
export type LevelOf = (kind: FollowKind, id: number) => FollowLevel | undefined;

/** Looks up among follows, however many. */
export function levelsOf(follows: readonly Followed[]): LevelOf {
  const levels = new Map(follows.map((each) => [`${each.kind} ${each.objectId}`, each.level]));
  return (kind, id) => levels.get(`${kind} ${id}`);
}

/** Of places the nearest counts: a branch, else the thread, else of its topics the one of which most is wished; or its author. At “worth” come what begins a thread, what answers, and what was found. */
export function isFollowed(post: FollowedPost, levelOf: LevelOf): boolean {
  const byAuthor = levelOf("person", post.authorId) ?? "nothing";
  const loud = Math.max(loudness[placeLevel(post, levelOf)], loudness[byAuthor]);
  return loud > 1 || (loud === 1 && (post.isOpening || post.isAnswer || post.isFound));
}

function placeLevel({ branchId, threadId, topicIds }: FollowedPost, levelOf: LevelOf): FollowLevel {
  const nearest = (branchId && levelOf("branch", branchId)) || levelOf("thread", threadId);
  if (nearest) return nearest;
  const topics = topicIds.flatMap((id) => levelOf("topic", id) ?? []);
  topics.sort((one, other) => loudness[other] - loudness[one]);
  return topics[0] ?? "nothing";
}
