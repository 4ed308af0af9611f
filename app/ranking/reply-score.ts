/** The order of replies (mechanism, M5). */

/** How far the guaranteed look lifts. */
const LOOK = 0.4;
/** Every reply is looked at while it is younger, in hours. */
const YOUNG = 48;
/** One with fewer voters is looked at longer, */
const FEW_VOTERS = 6;
/** namely so many hours. */
const LONGEST = 168;

/** Votes rounded down to a power of two, 0 for none: by so much a thread has to grow before its replies move. */
export const powerBelow = (votes: number): number =>
  votes < 1 ? 0 : 2 ** Math.floor(Math.log2(votes));

export interface Scored {
  /** Q of the reply. */
  substance: number;
  voters: number;
  hours: number;
  /** Votes in its thread. */
  threadVotes: number;
}

/** S: substance, and a guaranteed look while the reply is young or little read. */
export function replyScore({ substance, voters, hours, threadVotes }: Scored): number {
  return substance + (isLookedAt(voters, hours) ? lookOf(voters, threadVotes) : 0);
}

export const isLookedAt = (voters: number, hours: number): boolean =>
  hours < YOUNG || (voters < FEW_VOTERS && hours < LONGEST);

const lookOf = (voters: number, threadVotes: number) =>
  LOOK * Math.sqrt(Math.log(1 + powerBelow(threadVotes)) / (2 * (1 + voters)));
