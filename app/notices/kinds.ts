/** Every kind of notice: what it tells of, how it is stopped, and whether it goes out as a letter at once. */
import type { FollowKind } from "#db/schema.ts";

export const noticeKinds = [
  "mention",
  "reply",
  "quote",
  "branch",
  "thread",
  "person",
  "topic",
  "worth",
  "search",
  "thanks",
  "mind",
  "line",
  "level",
  "role",
  "decision",
  "case",
  "mailbox",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

export interface KindFacts {
  /** By a follow, which goes on without notices then; else by the kind alone. */
  isByFollow: boolean;
  /** It tells of posts of one thread, so that who reads the thread has read it. */
  isOfPosts: boolean;
  /** Whoever wishes has it as a letter at once. */
  isAtOnce: boolean;
  /** It tells of what was decided about somebody, so nobody's name mutes it. */
  isDecision: boolean;
  /** It asks something of them within a time, or answers them: it cannot be stopped. */
  isOwed: boolean;
}

const calm = {
  ...{ isByFollow: false, isOfPosts: false, isAtOnce: false, isDecision: false, isOwed: false },
};
const ofPosts = { ...calm, isOfPosts: true };
const followed = { ...ofPosts, isByFollow: true };
const decided = { ...calm, isDecision: true };

export const kindFacts: Record<NoticeKind, KindFacts> = {
  mention: { ...ofPosts, isAtOnce: true },
  reply: ofPosts,
  quote: ofPosts,
  branch: followed,
  thread: followed,
  person: followed,
  topic: followed,
  worth: followed,
  search: { ...calm, isByFollow: true },
  thanks: calm,
  mind: calm,
  line: calm,
  level: decided,
  role: { ...decided, isAtOnce: true },
  decision: { ...decided, isAtOnce: true, isOwed: true },
  case: decided,
  mailbox: { ...decided, isAtOnce: true, isOwed: true },
};

/** Seconds before one that goes at once goes out as a letter, for whoever reads it here meanwhile. */
export const LETTER_AFTER = 60;

/** Kinds that whoever reads their thread has read. */
export const kindsOfPosts: readonly NoticeKind[] = noticeKinds.filter(
  (kind) => kindFacts[kind].isOfPosts,
);

/** Kinds that are stopped as such, in the order in which they are told. */
export const stoppableKinds: readonly NoticeKind[] = noticeKinds.filter(
  (kind) => !kindFacts[kind].isByFollow && !kindFacts[kind].isOwed,
);

export const isNoticeKind = (text: string): text is NoticeKind =>
  (noticeKinds as readonly string[]).includes(text);

/** Which of somebody's unread notices a post belongs to: of one thread and reason there is one, which grows. */
export function subjectOf(kind: NoticeKind, threadId: number, aboutId: number | null): string {
  if (kind === "branch") return `branch:${aboutId}`;
  const isOfAnother = kind === "person" || kind === "topic";
  return `${kind}:${isOfAnother ? `${aboutId}:` : ""}thread:${threadId}`;
}

/** By what somebody came to be told of a post. */
export interface Why {
  kind: NoticeKind;
  /** The kind of follow, for what is found worth reading; else the kind says it. */
  by: FollowKind | null;
  aboutId: number | null;
}
