/** Every kind of event: what happens here, in the past tense. */

/** What moderators, administrators, flags and the clock do with posts, threads and people: acts of power, each of them. */
const moderationKinds = [
  "flags-dismissed",
  "rewrite-asked",
  "passage-redacted",
  "post-removed",
  "spam-marked",
  "post-given-back",
  "rewrite-confirmed",
  "rewrite-refused",
  "post-hidden",
  "post-held",
  "rewrite-lapsed",
  "post-released",
  "rewrite-cleared",
  "case-reopened",
  "thread-moved",
  "branch-split",
  "threads-merged",
  "thread-slowed",
  "thread-unslowed",
  "thread-quieted",
  "thread-unquieted",
  "person-warned",
  "warning-taken-back",
  "person-suspended",
  "suspension-ended",
  "pace-set",
  "pace-ended",
  "appeal-upheld",
  "appeal-overturned",
  "rule-changed",
  "breaker-tripped",
  "moderator-stopped",
] as const;

export const eventKinds = [
  "thread-started",
  "reply-posted",
  "post-edited",
  "post-withdrawn",
  "post-restored",
  "thread-pinned",
  "thread-unpinned",
  "thread-locked",
  "thread-unlocked",
  "person-joined",
  "role-changed",
  "topic-added",
  "topic-renamed",
  "topics-merged",
  "joining-changed",
  "invitation-made",
  "mind-changed",
  "mind-change-withdrawn",
  "level-changed",
  "level-set",
  "founding-changed",
  "posts-imported",
  "imported",
  "post-found",
  "post-flagged",
  "appeal-made",
  "rewrite-sent",
  ...moderationKinds,
] as const;

export type EventKind = (typeof eventKinds)[number];

/** What something follows from: such an event is delivered to its consequences. */
export const kindsWithConsequences = [
  "thread-started",
  "reply-posted",
  "post-edited",
  "post-restored",
  "post-found",
  "rewrite-sent",
  "rewrite-confirmed",
  "rewrite-asked",
  "rewrite-lapsed",
  "passage-redacted",
  "post-removed",
] as const;

export type ConsequentialKind = (typeof kindsWithConsequences)[number];

const consequential: ReadonlySet<EventKind> = new Set<EventKind>(kindsWithConsequences);

/** Whether anything follows from events of this kind. */
export const hasConsequences = (kind: EventKind): kind is ConsequentialKind =>
  consequential.has(kind);

/** What a deed tells: whom and what it concerned, when, and why. */
export interface Event {
  kind: EventKind;
  /** Epoch seconds. */
  at: number;
  personId?: number;
  threadId?: number;
  postId?: number;
  topicId?: number;
  /** Another person whom it concerns. */
  aboutId?: number;
  reason?: string;
  /** What else is worth keeping: before, after. */
  details?: Record<string, string | number | null>;
}

/** An event as it was written down. */
export interface Recorded extends Event {
  id: number;
}

const actsOfPower: ReadonlySet<EventKind> = new Set<EventKind>([
  "thread-pinned",
  "thread-unpinned",
  "thread-locked",
  "thread-unlocked",
  "role-changed",
  "topic-renamed",
  "topics-merged",
  "joining-changed",
  "level-set",
  "founding-changed",
  "imported",
  ...moderationKinds,
]);

/** Whether it is done with a power that others lack, to what is not one's own: such an event has a reason and stands in the public log. */
export const isActOfPower = (kind: EventKind): boolean => actsOfPower.has(kind);
