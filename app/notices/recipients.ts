/** Who is told of a post, and why. */

import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { isMutedByPlace, type Mutes } from "../following/muted.ts";
import type { NoticeKind, Why } from "./kinds.ts";

/** A post, as far as it decides who is told of it. */
export interface ToldPost {
  threadId: number;
  authorId: number;
  topicIds: readonly number[];
  /** The posts above it, without the opening post, and itself, the nearest last. */
  branchIds: readonly number[];
  isWithdrawn: boolean;
  /** It is told of a second time, since it was found worth reading. */
  isFound: boolean;
}

export interface Followed {
  kind: FollowKind;
  objectId: number;
  level: FollowLevel;
}

/** Somebody, and what the post is to them. */
export interface Candidate {
  personId: number;
  isAnswered: boolean;
  isMentioned: boolean;
  isQuoted: boolean;
  /** What they follow of the post's topics, thread, branches and author. */
  follows: readonly Followed[];
  /** The post has a word that they mute. */
  hasMutedWord: boolean;
  /** They block the post's author. */
  isBlocking?: boolean;
  /** Kinds of which they want no more. */
  stopped: ReadonlySet<NoticeKind>;
}

/** Why somebody is told of a post, by the strongest reason that they did not stop; null where they are not: of what was withdrawn or is muted, of their own, or of whom they block. */
export function whyTold(post: ToldPost, candidate: Candidate): Why | null {
  if (post.isWithdrawn || candidate.personId === post.authorId) return null;
  if (candidate.isBlocking || candidate.hasMutedWord || isMutedFor(post, candidate)) return null;
  const reasons = post.isFound ? whyFound(post, candidate) : whyPosted(post, candidate);
  return reasons.find(({ kind }) => !candidate.stopped.has(kind)) ?? null;
}

/** The reasons to be told of what was posted a moment ago, the strongest first. */
function whyPosted(post: ToldPost, candidate: Candidate): Why[] {
  const place = placeFollow(post, candidate);
  const author = authorFollow(post, candidate);
  return [
    ...(candidate.isMentioned ? [direct("mention")] : []),
    ...(candidate.isAnswered ? [direct("reply")] : []),
    ...(candidate.isQuoted ? [direct("quote")] : []),
    ...(place?.level === "every" && place.kind !== "topic" ? [byFollow(place)] : []),
    ...(author?.level === "every" ? [byFollow(author)] : []),
    ...(place?.level === "every" && place.kind === "topic" ? [byFollow(place)] : []),
  ];
}

/** The reason to be told now and not when it was posted. */
function whyFound(post: ToldPost, candidate: Candidate): Why[] {
  if (candidate.isMentioned || candidate.isAnswered || candidate.isQuoted) return [];
  const follows = [placeFollow(post, candidate), authorFollow(post, candidate)];
  if (follows.some((follow) => follow?.level === "every")) return [];
  return follows.flatMap((follow) =>
    follow?.level === "worth" ? { kind: "worth", by: follow.kind, aboutId: follow.objectId } : [],
  );
}

const direct = (kind: NoticeKind): Why => ({ kind, by: null, aboutId: null });
const byFollow = ({ kind, objectId }: Followed): Why => ({
  ...{ kind, by: null },
  aboutId: kind === "thread" ? null : objectId,
});

const loudness: Record<FollowLevel, number> = { muted: -1, nothing: 0, worth: 1, every: 2 };

/** What counts of the places that somebody follows: the nearest branch, else the thread, else of its topics the one of which they wish to hear most. */
function placeFollow(
  { branchIds, topicIds, threadId }: ToldPost,
  { follows }: Candidate,
): Followed | undefined {
  const of = (kind: FollowKind, id: number) =>
    follows.find((each) => each.kind === kind && each.objectId === id);
  for (const id of branchIds.toReversed()) {
    const branch = of("branch", id);
    if (branch) return branch;
  }
  const topics = topicIds.flatMap((id) => of("topic", id) ?? []);
  // Whoever follows a thread has found its opening post.
  const isOpening = branchIds.length === 0;
  return (
    (isOpening ? undefined : of("thread", threadId)) ??
    topics.toSorted((one, other) => loudness[other.level] - loudness[one.level])[0]
  );
}

const authorFollow = ({ authorId }: ToldPost, { follows }: Candidate) =>
  follows.find(({ kind, objectId }) => kind === "person" && objectId === authorId);

function isMutedFor(post: ToldPost, { follows }: Candidate): boolean {
  // So it is for nearly everybody, and a reply may have a thousand of them looked at.
  if (!follows.some(({ level }) => level === "muted")) return false;
  const ids = (kind: FollowKind, isMuted: boolean) =>
    new Set(
      follows.flatMap((each) =>
        each.kind === kind && (each.level === "muted") === isMuted ? each.objectId : [],
      ),
    );
  const mutes: Mutes = {
    ...{ topics: ids("topic", true), threads: ids("thread", true), branches: ids("branch", true) },
    ...{ people: ids("person", true), words: [] },
    ...{ keptThreads: ids("thread", false), keptBranches: ids("branch", false) },
  };
  return mutes.people.has(post.authorId) || isMutedByPlace(mutes, post);
}
