/** How long somebody waits between two replies for the sake of the talk itself (mechanism, M12 and M15). Nothing here reads who agrees with whom. How fast anybody may post at all is in app/threads/pace.ts; of both the longer holds. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How long an author's quiet lasts, in seconds. */
export const QUIET_SECONDS = 48 * HOUR;

/** Everybody's own replies of this time are looked at, in seconds: no wait is longer. */
export const LOOKED_BACK = HOUR;
/** Of a branch in which flags are open, or two people answer each other, so many posts above a reply are looked at. */
export const LEVELS = 50;

/** Minutes between two replies of one person in one branch, before flags add to them. */
const BRANCH_MINUTES = 2;
/** However many flags there are. */
const MOST_BRANCH_MINUTES = 30;
/** Answers of each to the other, after which both do better to sum up. */
export const ROUNDS = 5;
const ROUNDS_MINUTES = 30;
/** So many people who answer one author within an hour are a crowd. */
export const CROWD = 6;
const CROWD_MINUTES = 10;

export type Why = "quiet" | "personal" | "slow" | "crowd" | "rounds" | "branch";

/** The latest of the writer's own replies of the last hour in one branch, or in all other threads. */
export interface OwnReply {
  /** Null for another thread, of which nothing else is asked. */
  threadId: number | null;
  branchId: number | null;
  /** Epoch seconds. */
  at: number;
}

export interface PaceFacts {
  now: number;
  threadId: number;
  /** Of the post that is answered; null where that opens the thread, for each answer to it begins a branch. */
  branchId: number | null;
  own: readonly OwnReply[];
  /** Seconds between two replies in the thread, by its moderators; null for no slow mode. */
  slowSeconds: number | null;
  /** Whether the thread is quiet at this moment. */
  isQuiet: boolean;
  /** Whether the writer has one reply an hour at this moment. */
  isSlowed: boolean;
  /** Open flags on the posts above the reply, and on the writer's own posts of the branch. */
  flagsAbove: number;
  flagsOwn: number;
  /** How often the writer and the author of the post that is answered answered each other without a break, up to it. */
  rounds: number;
  /** People who answered that author within the hour, and when the last reply to the post itself came; null for none. */
  answerers: number;
  lastAnswerAt: number | null;
}

export interface Wait {
  why: Why;
  /** Epoch seconds from which on the reply is taken. */
  until: number;
}

/** What the writer has to wait for, the longest, under a scale of limits; null for nothing. */
export function waitOf(facts: PaceFacts, scale: number): Wait | null {
  if (scale === Number.POSITIVE_INFINITY) return null;
  const waits = waitsOf(facts)
    .map(({ why, from, seconds }) => ({ why, until: from + scaled(seconds, scale) }))
    .filter(({ until }) => until > facts.now);
  waits.push(...crowdOf(facts, scale));
  return waits.toSorted((one, other) => other.until - one.until)[0] ?? null;
}

/** Waits of fewer seconds cool nothing, and are none. */
const LEAST = 5;

function scaled(seconds: number, scale: number): number {
  const wait = Math.ceil(seconds / scale);
  return wait < LEAST ? 0 : wait;
}

interface Bound {
  why: Why;
  from: number;
  seconds: number;
}

/** What the writer's own last reply here, there or anywhere asks for. */
function waitsOf(facts: PaceFacts): Bound[] {
  const { threadId, branchId, own, slowSeconds } = facts;
  const anywhere = lastOf(own);
  const inThread = lastOf(own.filter((reply) => reply.threadId === threadId));
  const inBranch =
    branchId === null ? null : lastOf(own.filter((reply) => reply.branchId === branchId));
  return [
    ...(facts.isSlowed && anywhere !== null ? [bound("personal", anywhere, HOUR)] : []),
    ...(facts.isQuiet && inThread !== null ? [bound("quiet", inThread, HOUR)] : []),
    ...(slowSeconds && inThread !== null ? [bound("slow", inThread, slowSeconds)] : []),
    ...(inBranch === null ? [] : [bound("branch", inBranch, branchSeconds(facts))]),
    ...(inBranch !== null && facts.rounds >= ROUNDS
      ? [bound("rounds", inBranch, ROUNDS_MINUTES * MINUTE)]
      : []),
  ];
}

const bound = (why: Why, from: number, seconds: number): Bound => ({ why, from, seconds });

const lastOf = (replies: readonly OwnReply[]): number | null =>
  replies.length === 0 ? null : Math.max(...replies.map(({ at }) => at));

/** Seconds between two replies of one person in a branch. */
export const branchSeconds = ({
  flagsAbove,
  flagsOwn,
}: Pick<PaceFacts, "flagsAbove" | "flagsOwn">) =>
  Math.min(MOST_BRANCH_MINUTES, BRANCH_MINUTES + flagsAbove + flagsOwn) * MINUTE;

/** Whether so many people answered one author that the next is asked to look first, under a scale of limits. */
export const isCrowd = (answerers: number, scale: number): boolean =>
  answerers >= Math.max(1, Math.floor(CROWD * scale));

function crowdOf({ answerers, lastAnswerAt, now }: PaceFacts, scale: number): Wait[] {
  if (lastAnswerAt === null || !isCrowd(answerers, scale)) return [];
  const until = lastAnswerAt + scaled(CROWD_MINUTES * MINUTE, scale);
  return until > now ? [{ why: "crowd", until }] : [];
}

/** How often two people answered each other without a break, by the authors of the posts from the one that is answered upward: each round is one post of either. */
export function roundsOf(authors: readonly number[], writerId: number): number {
  const [otherId] = authors;
  if (otherId === undefined || otherId === writerId) return 0;
  const isTheirs = (id: number, index: number) => id === (index % 2 === 0 ? otherId : writerId);
  const broken = authors.findIndex((id, index) => !isTheirs(id, index));
  return Math.floor((broken === -1 ? authors.length : broken) / 2);
}
