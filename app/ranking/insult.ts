/** How sure it is that a post insults, from its flags (mechanism, M7). A scorer alone never lowers a rank. */

/** From here on the scorer's value counts as clear, */
const CLEAR = 0.6;
/** and this one is taken where there is no scorer. */
const NO_SCORER = 0.35;
/** From this far off the middle on somebody has a side. */
const SIDED = 0.2;
/** Hidden before review from so sure an insult on, */
const SURE = 0.7;
/** and only if so many flagged it, */
const FLAGGERS = 2;
/** or where flags of the author's own side and of the others weigh so much. */
const OWN_AGREES = 3;
const OTHERS_AGREE = 2;

/** What speaks for an insult in one post; flags on what is only off topic never enter. */
export interface Flagged {
  /** The weight of open flags from the author's side. */
  own: number;
  /** The weight of the other open flags. */
  others: number;
  /** The scorer's value of the passage, 0 to 1; null where there is no scorer. */
  z: number | null;
  /** Cleared: its flags were rejected, or its rewrite was accepted. */
  decided: "upheld" | "cleared" | null;
}

/** I, 0 to 1: certain once upheld, nothing once cleared; before that the other side's flags move nothing unless the scorer sees an insult too. */
export function insultOf({ own, others, z, decided }: Flagged): number {
  if (decided) return decided === "upheld" ? 1 : 0;
  if (own + others <= 0) return 0;
  const seen = z ?? NO_SCORER;
  if (seen < CLEAR) return Math.min(0.4, 0.2 * own);
  const evidence = -2.5 + 3 * seen + 1.2 * Math.min(own, 3) + 0.7 * Math.min(others, 2);
  return 1 / (1 + Math.exp(-evidence));
}

/** Is a flagged post collapsed and its author asked to rewrite before anybody has reviewed it? One side alone never does that. */
export function isHiddenBeforeReview(flagged: Flagged & { flaggers: number }): boolean {
  const { own, others, z, decided, flaggers } = flagged;
  if (decided || flaggers < FLAGGERS) return false;
  const isSeen = (z ?? NO_SCORER) >= CLEAR && insultOf(flagged) >= SURE;
  return isSeen || (own >= OWN_AGREES && others >= OTHERS_AGREE);
}

/** How well somebody flags, 0 to 2 and 1 at the start, from decisions on their flags: the weight of the next one. */
export const accuracyOf = (upheld: number, decided: number): number =>
  (2 * (upheld + 2)) / (decided + 4);

/** Are two people, by their positions from -1 to 1, clearly of one side? */
export const isSameSide = (x: number, other: number): boolean =>
  sideOf(x) !== 0 && sideOf(x) === sideOf(other);

const sideOf = (x: number) => (Math.abs(x) >= SIDED ? Math.sign(x) : 0);
