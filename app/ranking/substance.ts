/** From worth to substance: what length alone gains is taken off, and what insults falls (mechanism, M4). */

/** How far a certain insult lowers a post. */
const FALL = 0.8;
const LEAST = 0.001;

/** How much of worth goes with length alone, over the forum's posts with votes. */
export interface LengthEffect {
  /** Of bridging on the logarithm of 1 + words; never below 0. */
  slope: number;
  /** The mean of those logarithms. */
  middle: number;
}

export const noLengthEffect: LengthEffect = { slope: 0, middle: 0 };

/** The effect of length among posts with votes, by least squares. */
export function lengthEffect(posts: readonly { bridging: number; words: number }[]): LengthEffect {
  if (posts.length < 2) return noLengthEffect;
  const mean = (of: (post: (typeof posts)[number]) => number) =>
    posts.reduce((sum, post) => sum + of(post), 0) / posts.length;
  const lengthOf = ({ words }: { words: number }) => Math.log(1 + words);
  const middle = mean(lengthOf);
  const bridging = mean((post) => post.bridging);
  let top = 0;
  let bottom = 0;
  for (const post of posts) {
    const beyond = lengthOf(post) - middle;
    top += beyond * (post.bridging - bridging);
    bottom += beyond * beyond;
  }
  return { slope: bottom > 0 ? Math.max(0, top / bottom) : 0, middle };
}

/** Q, 0 to 1: bridging without what length alone gains, lowered by how sure it is that the post insults. A post whose words nobody has counted is taken for one of usual length. */
export function substanceOf(
  bridging: number,
  words: number | null,
  { slope, middle }: LengthEffect,
  insult: number,
): number {
  const gained = lengthGain(words, { slope, middle });
  const cleared = Math.max(LEAST, Math.min(1, bridging - gained));
  return cleared * spared(insult);
}

/** What a post gains by its length alone, and what is therefore taken off. */
export const lengthGain = (words: number | null, { slope, middle }: LengthEffect): number =>
  words === null ? 0 : slope * (Math.log(1 + words) - middle);

/** What is left of substance where a post insults as surely as this, from 0 to 1. */
export const spared = (insult: number): number => 1 - FALL * insult;
