/** The lines of the fit of positions, one each (mechanism, M4); also what a new agreement vote moves. */

/** Raw positions are of size one; so far out is all the way. */
const FAR = 1.25;
/** A position counts half after so many agreement votes. */
const VOTES_TO_HALF = 4;
/** Pulls a post's middle to nothing, in votes. */
export const MIDDLE_PULL = 4;
/** Pulls a person's bias to nothing, in votes. */
export const BIAS_PULL = 8;
/** Pulls raw positions and leanings to nothing. */
export const PULL = 1.5;

/** x, from -1 to 1: somebody's position, nearer the middle the fewer agreement votes it rests on. */
export function positionOf(raw: number, votes: number): number {
  return (Math.max(-1, Math.min(1, raw / FAR)) * votes) / (votes + VOTES_TO_HALF);
}

/** c: what a post is agreed with on average, from the sum of its counting agreement and the number of such votes. */
export const middleOf = (agreement: number, votes: number): number =>
  agreement / (votes + MIDDLE_PULL);

/** y: where a post leans, from the raw positions of those who agree or not, and what of each vote its middle and their bias leave unsaid. */
export function leaningOfPost(
  votes: Iterable<{ counts: boolean; raw: number; rest: number }>,
): number {
  let top = 0;
  let bottom = PULL;
  for (const { counts, raw, rest } of votes) {
    if (!counts) continue;
    top += raw * rest;
    bottom += raw * raw;
  }
  return top / bottom;
}

/** ξ: where somebody stands, from the leanings of the posts they agreed with or not, and the rest of each vote. */
export function rawOfPerson(votes: Iterable<{ leaning: number; rest: number }>): number {
  let top = 0;
  let bottom = PULL;
  for (const { leaning, rest } of votes) {
    top += leaning * rest;
    bottom += leaning * leaning;
  }
  return top / bottom;
}
