/** From the sums of a post's votes to how much it is worth to both sides (mechanism, M4). */

/** The strength of what is expected before anybody votes, in votes. */
const PRIOR_STRENGTH = 3;
/** How much of a side's agree-only votes counts beyond what the other side says too, in votes. */
const BEYOND_OTHER_SIDE = 0.75;

/** Sums of votes on either side; `only` are those that agree or disagree without finding worth. */
export interface Sums {
  worthLeft: number;
  worthRight: number;
  onlyLeft: number;
  onlyRight: number;
}

export const noSums = (): Sums => ({ worthLeft: 0, worthRight: 0, onlyLeft: 0, onlyRight: 0 });

/** What counts of a post's votes: `worth` is U, `votes` is n, `left` and `right` are n of each side. */
export interface Counted {
  worth: number;
  votes: number;
  left: number;
  right: number;
}

/** What counts of the sums: one side alone cannot call a post unworthy, for its agree-only votes count little beyond the other side's, and never more than its worth votes and half the prior. */
export function counted({ worthLeft, worthRight, onlyLeft, onlyRight }: Sums): Counted {
  const both = Math.min(onlyLeft, onlyRight) + BEYOND_OTHER_SIDE;
  const half = PRIOR_STRENGTH / 2;
  const left = worthLeft + Math.min(onlyLeft, both, worthLeft + half);
  const right = worthRight + Math.min(onlyRight, both, worthRight + half);
  return { worth: worthLeft + worthRight, votes: left + right, left, right };
}

/** The share of worth in the whole forum, π, from its sums over all posts of U and n. */
export const priorOf = (worth: number, votes: number): number => (worth + 3) / (votes + 6);

/** Worth to either side and to both, each 0 to 1. */
export interface Worth {
  /** What counts: n. */
  votes: number;
  left: number;
  right: number;
  /** The harmonic mean of both sides, H: the weaker counts most. */
  bridging: number;
  /** The share for both sides together, W; only shown. */
  share: number;
}

/** How much a post is worth by its sums, given the forum's prior. */
export function worthOf(sums: Sums, prior: number): Worth {
  const all = counted(sums);
  const half = PRIOR_STRENGTH / 2;
  const left = (sums.worthLeft + half * prior) / (all.left + half);
  const right = (sums.worthRight + half * prior) / (all.right + half);
  const share = (all.worth + PRIOR_STRENGTH * prior) / (all.votes + PRIOR_STRENGTH);
  return { votes: all.votes, left, right, bridging: (2 * left * right) / (left + right), share };
}
