/** Every kind of event: what happens here, in the past tense. */

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
  "posts-imported",
  "imported",
] as const;

export type EventKind = (typeof eventKinds)[number];

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

const actsOfPower: ReadonlySet<EventKind> = new Set<EventKind>([
  "thread-pinned",
  "thread-unpinned",
  "thread-locked",
  "thread-unlocked",
  "role-changed",
  "topic-renamed",
  "topics-merged",
  "joining-changed",
  "imported",
]);

/** Whether it is done with a power that others lack, to what is not one's own: such an event has a reason and stands in the public log. */
export const isActOfPower = (kind: EventKind): boolean => actsOfPower.has(kind);
