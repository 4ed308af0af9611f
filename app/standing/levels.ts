/** What each level needs, and when it is won and lost (mechanism, M13). */

export const levels = [0, 1, 2, 3] as const;
export type Level = (typeof levels)[number];
/** A level that has to be won. */
export type HigherLevel = Exclude<Level, 0>;

/** What counts for one person. */
export interface StandingFacts {
  /** Whole days since they joined. */
  days: number;
  /** Posts of others that stood on pages of threads that they opened. */
  read: number;
  /** Posts that they have voted on, and the people who wrote those. */
  votes: number;
  authors: number;
  /** R. */
  points: number;
  /** Their posts with a vote that counts. */
  voted: number;
  /** The best of their posts, by the side that finds it less worth reading: that share as a part of what is usual. */
  bothSides: number;
  /** The share of their posts that were upheld as insults and not rewritten. */
  insults: number;
  /** Decisions on their flags. */
  flags: { decided: number; upheld: number };
}

export type NeedName =
  | "days"
  | "read"
  | "votes"
  | "authors"
  | "points"
  | "voted"
  | "insults"
  | "both-sides"
  | "flags"
  | "flags-upheld";

/** One thing that a level needs. */
export interface Need {
  name: NeedName;
  has: number;
  /** What it takes. */
  bound: number;
  isMet: boolean;
}

/** Somebody keeps a level while they have so much of what it needs; */
const KEPT = 0.8;
/** with less they lose it after so many seconds. */
export const BELOW_SECONDS = 30 * 86_400;

/** What a level needs of somebody, each thing with what is there. A `part` below 1 asks for so much of it. */
export function needsOf(level: HigherLevel, facts: StandingFacts, part = 1): Need[] {
  const atLeast = (name: NeedName, has: number, bound: number): Need => ({
    ...{ name, has, bound },
    isMet: has >= bound * part,
  });
  const { days, read, votes, authors, points, voted, bothSides, insults, flags } = facts;
  if (level === 1) {
    return [
      atLeast("days", days, 7),
      atLeast("read", read, 30),
      atLeast("votes", votes, 10),
      atLeast("authors", authors, 5),
    ];
  }
  if (level === 2) {
    return [
      atLeast("points", points, 15),
      atLeast("days", days, 30),
      atLeast("voted", voted, 10),
      { name: "insults", has: insults, bound: 0.1, isMet: insults < 0.1 / part },
      { name: "both-sides", has: bothSides, bound: 1, isMet: bothSides > part },
    ];
  }
  const { decided, upheld } = flags;
  return [
    atLeast("points", points, 40),
    atLeast("days", days, 60),
    atLeast("flags", decided, 15),
    atLeast("flags-upheld", decided > 0 ? upheld / decided : 0, 0.75),
  ];
}

const isMet = (level: HigherLevel, facts: StandingFacts, part = 1) =>
  needsOf(level, facts, part).every((need) => need.isMet);

/** The level above, or null. */
export const levelAbove = (level: number): HigherLevel | null =>
  level >= 0 && level < 3 ? ((Math.floor(level) + 1) as HigherLevel) : null;

export interface Weighed {
  level: number;
  /** Since when there is too little for the level, in epoch seconds; null where there is enough. */
  belowSince: number | null;
}

/** The level that somebody has won whose level was set by hand and is given back: as far up as all needs are met. Whoever was no newcomer before is none after. */
export const levelFrom = (former: number, facts: StandingFacts): number =>
  moveLevel({ level: Math.min(former, 1), belowSince: null }, facts, 0).level;

/** Where somebody stands at `now`: up as far as all needs are met, down by one after thirty days with too little. Nobody becomes a newcomer again by themselves. */
export function moveLevel(before: Weighed, facts: StandingFacts, now: number): Weighed {
  let { level } = before;
  for (let next = levelAbove(level); next && isMet(next, facts); next = levelAbove(level)) {
    level = next;
  }
  if (level > before.level || level < 2 || isMet(level as HigherLevel, facts, KEPT)) {
    return { level, belowSince: null };
  }
  const belowSince = before.belowSince ?? now;
  return now - belowSince >= BELOW_SECONDS
    ? { level: level - 1, belowSince: null }
    : { level, belowSince };
}
