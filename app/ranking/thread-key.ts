/** The front page (mechanism, M6). */

/** Replies by which heat is told. */
export const LATELY = 20;
/** Of the last replies, so many by the two busiest people are a talk and not yet a quarrel. */
const TALK = 10;
/** Seconds by which a thread must be younger to stand level with one of twice the worth. */
const SECONDS_A_DOUBLING = 45_000;
/** What one author's replies count at most. */
const MOST_OF_ONE = 2;
/** From here on a reply counts as an insult in the heat. */
const HOT = 0.5;

/** A reply brings its thread back up when it has so many voters, and stands less deep. */
export const BACK_VOTERS = 3;
export const BACK_DEPTH = 5;

export interface ThreadParts {
  /** Q of the opening post. */
  opening: number;
  /** For each author of replies, what their replies have of substance beyond the forum's usual. */
  gains: readonly number[];
  /** The last replies, at most LATELY of them. */
  lately: readonly { author: number | string; insult: number }[];
  /** When the opening post was written, or the last reply that brings the thread back; epoch seconds. */
  at: number;
}

/** T: what a thread has to say. Many people with something to say, not one with many replies. */
export function worthOfThread({ opening, gains }: Pick<ThreadParts, "opening" | "gains">): number {
  return 2 * opening + gains.reduce((sum, gain) => sum + partOf(gain), 0);
}

const partOf = (gain: number) => Math.min(MOST_OF_ONE, Math.sqrt(Math.max(0, gain)));

/** h, 0 to about 1: insults among the last replies, and two people who fill them. */
export function heatOf(lately: ThreadParts["lately"]): number {
  const { insults, busiest } = quarrelIn(lately);
  return (insults + 0.5 * Math.max(0, busiest - TALK)) / LATELY;
}

/** How many of the last replies insult, and how many are by the two busiest people. */
export function quarrelIn(lately: ThreadParts["lately"]): { insults: number; busiest: number } {
  const replies = new Map<number | string, number>();
  for (const { author } of lately) replies.set(author, (replies.get(author) ?? 0) + 1);
  const [first = 0, second = 0] = [...replies.values()].sort((one, other) => other - one);
  return { insults: lately.filter(({ insult }) => insult > HOT).length, busiest: first + second };
}

/** The key of a thread: the greater the further up. */
export function threadKey(parts: ThreadParts): number {
  const worth = worthOfThread(parts);
  return Math.log2(1 + worth) - 2 * heatOf(parts.lately) + parts.at / SECONDS_A_DOUBLING;
}

/** Keys stand in the addresses of pages: in finer steps their part by votes would tell what one vote weighed. */
const STEPS = 100;

/** The key as it is stored, in whole millionths, its part by votes in hundredths. */
export function storedKey(parts: ThreadParts): number {
  const { at } = parts;
  const byVotes = Math.round((threadKey(parts) - at / SECONDS_A_DOUBLING) * STEPS) / STEPS;
  return Math.max(0, Math.round((byVotes + at / SECONDS_A_DOUBLING) * 1_000_000));
}

/** The stored key of a thread that nobody has answered, by Q of its opening post and its time. */
export const keyOfNew = (opening: number, at: number): number =>
  storedKey({ opening, gains: [], lately: [], at });

/** A thread may stand in a place for new ones while it is younger, in seconds, */
const FRESH = 6 * 3_600;
/** and has fewer voters. */
export const FRESH_VOTERS = 5;

/** Until when a thread is new; null for one that is older. */
export const freshUntil = (startedAt: number, now: number): number | null =>
  startedAt + FRESH > now ? startedAt + FRESH : null;
