/** What the demonstration forum is made of: people, and threads with their trees of posts. */
import type { FlagReason } from "../flags/reasons.ts";
import type { DemoReader } from "./readers.ts";

export { text } from "#app/pages/text.ts";

export type DemoPerson = "Ada" | "Ben" | "Nia" | "Mo" | "Root";

/** Stands for the id of the post that is answered, in the address of a quotation; a post that quotes is not edited. */
export const ANSWERED = "{answered}";

export interface DemoPost {
  by: DemoPerson;
  /** Since the thread began; later than the post answered and than the sibling before. */
  minutes: number;
  /** A reply, when it is left out. */
  kind?: "reply" | "question" | "evidence" | "correction" | "tried";
  /** Markdown, as it reads now. */
  body: string;
  /** When it was edited, in minutes since the thread began, and what it said before. */
  edited?: { minutes: number; from: string };
  /** When it was taken back, in minutes since the thread began. */
  withdrawn?: number;
  /** Whose mind it changed; `minutes` since the thread began. */
  minds?: { by: DemoPerson; minutes: number; before: string; now: string }[];
  /** A line to its author from somebody who finds it exemplary. */
  exemplary?: { by: DemoPerson; minutes: number; line: string };
  /** Who flagged it, what moderators made of that, and its author, in the order of time. */
  moderated?: DemoStep[];
  replies?: DemoPost[];
}

/** One step of a post's case; `minutes` since the thread began. */
export type DemoStep = { minutes: number } & (
  | { flag: { by: DemoPerson | DemoReader; reason: FlagReason; passage?: string; note?: string } }
  | { decide: { kind: "ask" | "dismiss"; rule: string; reason: string } }
  /** The text in its place; not of a post that quotes. */
  | { rewrite: string }
);

export interface DemoThread {
  by: DemoPerson;
  /** Days before the last day of the week: 0 is that day, 6 the first. */
  day: number;
  /** The time of that day in UTC, such as "10:12". */
  at: string;
  title: string;
  /** Names of starter topics, one to five. */
  topics: string[];
  url?: string;
  quote?: string;
  disclosure?: string;
  norms?: string;
  body: string;
  replies: DemoPost[];
  pinned?: boolean;
  locked?: { reason: string; appeal?: DemoAppeal };
}

/** The author asks for another look at a lock, and is answered; `minutes` since it was locked. */
export interface DemoAppeal {
  minutes: number;
  body: string;
  answered: { by: DemoPerson; minutes: number; reason: string };
}

/** A post with its place in the tree: the post answered, null below the opening post, and its depth, 1 there. */
export interface PlacedPost {
  post: DemoPost;
  parent: DemoPost | null;
  depth: number;
}

/** Every reply of a thread in reading order, each after the post it answers. */
export function flatten(thread: DemoThread): PlacedPost[] {
  const below = (replies: DemoPost[], parent: DemoPost | null, depth: number): PlacedPost[] =>
    replies.flatMap((post) => [
      { post, parent, depth },
      ...below(post.replies ?? [], post, depth + 1),
    ]);
  return below(thread.replies, null, 1);
}

/** When a thread began, in minutes since the first day of the week began: 0 to 10 079. */
export function beganAt(thread: DemoThread): number {
  const [hour, minute] = thread.at.split(":").map(Number);
  return (6 - thread.day) * 1440 + hour! * 60 + minute!;
}
