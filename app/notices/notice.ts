/** A notice as it is told today: its names and numbers are those of now, not of when it was written. */
import type { FollowKind } from "#db/schema.ts";
import type { NoticeKind } from "./kinds.ts";

/** Most people whom a sentence names. */
export const MOST_NAMED = 3;

export interface Notice {
  id: number;
  kind: NoticeKind;
  isUnread: boolean;
  /** When it changed last; epoch seconds. */
  changedAt: number;
  /** What it told of was withdrawn or taken back since, or is muted by now: then nothing else of it is told. */
  state: "told" | "gone" | "muted";
  /** Posts, or people who thanked. */
  count: number;
  /** Whose deed it was, the latest first, up to MOST_NAMED; and how many more. */
  names: readonly string[];
  others: number;
  /** Of the thread. */
  title: string;
  /** It tells of the post that began the thread. */
  isStart: boolean;
  /** The first of its posts that stands; of thanks and the like the post that they are for. */
  postId: number | null;
  aboutId: number | null;
  /** The name of the topic, of the person or of the branch's author that is followed; the text of a search. */
  about: string;
  /** By which follow a post came that was found worth reading. */
  by: FollowKind | null;
  follow: { kind: FollowKind; objectId: number } | null;
  /** What somebody wrote to tell it: a line, the mind as it is now, a reason. */
  words: string;
  /** What was set: a level or a role, and how; of a decision, which act it was. */
  after: string;
  how: string;
  /** Of a decision: the reader's own post that it was about. */
  decidedId: number | null;
}
