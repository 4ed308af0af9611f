/** What one vote weighs, and for which side it speaks (mechanism, M3 and M4). */

/** An agree-only vote counts half: as read, and not found worth reading. */
const AGREE_ONLY = 0.5;
/** How sharply positions around the middle are told apart. */
const SHARPNESS = 10;
/** Worth votes for one author within thirty days that weigh whole. */
const UNSUSPECTED = 3;
/** From so many worth votes on, both ways, two people praise each other. */
const MUTUAL = 5;

/** Days in which praise of one author is counted. */
export const PRAISE_DAYS = 30;

export interface Ballot {
  worth: 0 | 1;
  agree: -1 | 0 | 1;
}

/** The weight of a worth vote, 0 to 1: nothing from a newcomer, less from who praises the same author often. `praise` and `returned` are the worth votes for this author, and from them, in the thirty days before. */
export function voteWeight(level: number, praise: number, returned: number): number {
  if (level < 1) return 0;
  const isMutual = praise >= MUTUAL && returned >= MUTUAL;
  return (1 / (1 + Math.max(0, praise - UNSUSPECTED) / 2)) * (isMutual ? 0.5 : 1);
}

/** How much somebody at position x, from -1 to 1, belongs to either side; the two add up to 1. */
export function membership(x: number): { left: number; right: number } {
  const right = 1 / (1 + Math.exp(-SHARPNESS * x));
  return { left: 1 - right, right };
}

/** What a vote adds to the sums of its post: those of worth, or those of agreement alone. */
export function shareOf(
  { worth }: Pick<Ballot, "worth">,
  weight: number,
  x: number,
): { left: number; right: number } {
  const { left, right } = membership(x);
  const counted = weight * (worth ? 1 : AGREE_ONLY);
  return { left: counted * left, right: counted * right };
}
