/** What a post's votes come to at a moment, as it is stored with its tally. */
import { isLookedAt, replyScore } from "./reply-score.ts";
import { type LengthEffect, noLengthEffect, substanceOf } from "./substance.ts";
import { fromUnits, toUnits } from "./units.ts";
import { counted, noSums, priorOf, type Sums, worthOf } from "./worth.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Counts are shown from so many voters on, or at this age in seconds (mechanism, M3): the first votes would lead the next. */
const SHOWN_VOTERS = 5;
const SHOWN_AFTER = 12 * HOUR;
/** When the guaranteed look may end (mechanism, M5), in seconds. */
const LOOK_ENDS = [2 * DAY, 7 * DAY];

/** What everything on the forum is measured by. */
export interface Standards {
  /** The share of worth over all votes: π. */
  prior: number;
  length: LengthEffect;
}

/** Before anybody voted on anything. */
export const firstStandards: Standards = { prior: priorOf(0, 0), length: noLengthEffect };

/** A post with the sums of its votes; the sums and the insult in billionths, times in epoch seconds. */
export interface Tallied {
  sums: Sums;
  insult: number;
  words: number | null;
  voters: number;
  postedAt: number;
  shownAt: number | null;
  isOpening: boolean;
  isWithdrawn: boolean;
  /** Votes in its thread. */
  threadVotes: number;
}

/** Places in billionths, times in epoch seconds. */
export interface Place {
  substance: number;
  /** What it has beyond the usual; 0 for an opening post, for one that was withdrawn, and without votes. */
  gain: number;
  best: number;
  across: number;
  shownAt: number | null;
  /** When time alone changes this; null when nothing of the kind comes. */
  dueAt: number | null;
}

/** Where a post stands by its votes at a moment. */
export function placeOf(post: Tallied, { prior, length }: Standards, now: number): Place {
  const worth = worthOf(inVotes(post.sums), prior);
  const substance = substanceOf(worth.bridging, post.words, length, fromUnits(post.insult));
  const age = now - post.postedAt;
  const { voters, threadVotes } = post;
  const shownAt = isShown(post, age) ? (post.shownAt ?? now) : null;
  // What nobody voted on may be beyond the usual by its length alone; that lifts no thread.
  const speaks = voters > 0 && !post.isOpening && !post.isWithdrawn;
  // What few voters said of either side is hidden with the counts.
  const across = shownAt === null ? firstStandards.prior : Math.min(worth.left, worth.right);
  const hours = age / HOUR;
  const best = post.isWithdrawn ? substance : replyScore({ substance, voters, hours, threadVotes });
  return {
    substance: toUnits(substance),
    gain: speaks ? toUnits(Math.max(0, substance - prior)) : 0,
    best: inSteps(best),
    across: inSteps(across),
    shownAt,
    dueAt: dueAt(post, shownAt, now),
  };
}

interface New {
  postedAt: number;
  words: number | null;
  /** Null for an opening post. */
  parentId: number | null;
  threadVotes: number;
}

/** Where a post stands on which nobody has voted. */
export const placeOfNew = (
  { postedAt, words, parentId, threadVotes }: New,
  standards: Standards,
  now: number,
): Place =>
  placeOf(
    {
      ...{ sums: noSums(), insult: 0, voters: 0, shownAt: null },
      ...{ words, postedAt, threadVotes, isOpening: parentId === null, isWithdrawn: false },
    },
    standards,
    now,
  );

/** Places stand in the addresses of pages: in finer steps they would tell what one vote weighed, and so whose it was. */
const STEPS = 100;
const inSteps = (value: number) => toUnits(Math.round(value * STEPS) / STEPS);

const isShown = ({ voters, shownAt }: Tallied, age: number) =>
  voters >= SHOWN_VOTERS || (age >= SHOWN_AFTER && (voters > 0 || shownAt !== null));

function dueAt({ voters, postedAt }: Tallied, shownAt: number | null, now: number): number | null {
  const age = now - postedAt;
  const ends = isLookedAt(voters, age / HOUR) ? LOOK_ENDS : [];
  const limits = shownAt === null && voters > 0 ? [SHOWN_AFTER, ...ends] : ends;
  const next = limits.find((limit) => limit > age);
  return next === undefined ? null : postedAt + next;
}

/** What counts of a post's sums, both in billionths: its U and n of the formulas. */
export function totalsOf(sums: Sums): { worth: number; counted: number } {
  const { worth, votes } = counted(inVotes(sums));
  return { worth: toUnits(worth), counted: toUnits(votes) };
}

/** Sums that are stored, in votes. */
export const inVotes = (sums: Sums): Sums => ({
  worthLeft: fromUnits(sums.worthLeft),
  worthRight: fromUnits(sums.worthRight),
  onlyLeft: fromUnits(sums.onlyLeft),
  onlyRight: fromUnits(sums.onlyRight),
});
