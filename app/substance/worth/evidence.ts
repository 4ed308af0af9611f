/** How much each sentence of a text gives its reader, and all of them together. */
import { featureCount, fillFeatures } from "./features.ts";
import { cutPieces, type Piece } from "./pieces.ts";
import { shapesOf } from "./shapes.ts";
import type { WorthWeights } from "./weights.ts";

/** One sentence as the model sees it. */
export interface Seen {
  readonly piece: Piece;
  readonly features: Float32Array;
  readonly shapes: readonly number[];
}

/** How sharply a sentence below the bar counts as nothing. */
export const sharpness = 4;
/** Each further sentence counts this much of the one before it, the best first: many weak ones do not make a strong one. */
export const fading = 0.65;
/** Sentences with fewer shapes than this are divided by no less. */
const fewestShapes = 8;

/** The sentences of a text that has been through `prose`. */
export function seeText(text: string): Seen[] {
  const before = new Set<string>();
  return cutPieces(text).map((piece) => {
    const features = new Float32Array(featureCount);
    fillFeatures(piece, before, features);
    return { piece, features, shapes: shapesOf(piece.words, piece.written) };
  });
}

export const shareOfShapes = (count: number) => 1 / Math.sqrt(Math.max(fewestShapes, count));

/** What the weights make of a sentence, before what is below the bar is left out. */
export function weigh({ features, shapes }: Seen, weights: WorthWeights): number {
  let sum = 0;
  for (let index = 0; index < featureCount; index++)
    sum += weights.features[index]! * features[index]!;
  let ofShapes = 0;
  for (const slot of shapes) ofShapes += weights.shapes[slot]!;
  return sum + ofShapes * shareOfShapes(shapes.length);
}

/** What a sentence gives, from 0. */
export const giving = (weight: number) => {
  const sharp = sharpness * weight;
  return sharp > 30 ? weight : Math.log1p(Math.exp(sharp)) / sharpness;
};

/** The sentences' order by what they give, the best first; ties as they stand. */
export const bestFirst = (given: ArrayLike<number>): number[] =>
  Array.from(given, (_, index) => index).sort(
    (one, other) => given[other]! - given[one]! || one - other,
  );
