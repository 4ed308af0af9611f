/** How much each sentence of a text gives its reader, and all of them together. */
import type { Prose } from "../prose.ts";
import { type Around, featureCount, featuresOf } from "./features.ts";
import { cutPieces, type Piece } from "./pieces.ts";
import { shapesOf } from "./shapes.ts";
import { beginText } from "./tally.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WorthWeights } from "./weights.ts";

/** One sentence as the model sees it. */
export interface Seen {
  readonly piece: Piece;
  readonly features: Float32Array;
  readonly shapes: readonly number[];
  /** How much of it counts, 0 to 1. */
  readonly counts: number;
}

/** How softly the bar is set below which a sentence gives nothing. */
const softness = 0.06;
/** Each further sentence counts this much of the one before it, the best first: many weak ones do not make a strong one. */
export const fading = 0.75;
/** Sentences that give less than this count for less still. */
const little = 0.4;
/** Sentences with fewer shapes than this are divided by no less. */
const fewestShapes = 8;

/** The sentences of a text, with what was cut out around them. */
export function seeText({ text, cuts }: Prose, vocabulary: Vocabulary): Seen[] {
  beginText();
  const pieces = cutPieces(text, vocabulary);
  const seen: Seen[] = [];
  let cut = 0;
  for (const [index, piece] of pieces.entries()) {
    const until = pieces[index + 1]?.start ?? text.length + 1;
    const around = { links: 0, code: 0, answers: false };
    for (; cut < cuts.length && cuts[cut]!.start < until; cut++) {
      const { kind, start } = cuts[cut]!;
      if (kind === "address") around.links++;
      else if (kind === "code") around.code++;
      else if (kind === "quotation" && start < piece.start) around.answers = true;
      else if (kind === "quotation") break;
    }
    const { features, counts } = featuresOf(piece, around satisfies Around);
    seen.push({ piece, features, counts, shapes: shapesOf(piece.words) });
  }
  return seen;
}

export const shareOfShapes = (count: number) => 1 / Math.sqrt(Math.max(fewestShapes, count));

/** What the weights make of a sentence, before what is below the bar is left out. */
export function weigh(
  { features, shapes }: Seen,
  weights: Pick<WorthWeights, "features" | "shapes">,
): number {
  let sum = 0;
  for (let index = 0; index < featureCount; index++)
    sum += weights.features[index]! * features[index]!;
  let ofShapes = 0;
  for (const slot of shapes) ofShapes += weights.shapes[slot]!;
  return sum + ofShapes * shareOfShapes(shapes.length);
}

/** What a sentence gives, from 0; the little that an empty one gives is made less. */
export function giving(weight: number): number {
  const plain = above(weight);
  return (plain * plain) / (plain + little);
}

/** By how much it gives more where the weight is a little more. */
export function slopeOfGiving(weight: number): number {
  const plain = above(weight);
  const slope = plain / Math.sqrt(weight * weight + softness);
  return (slope * plain * (plain + 2 * little)) / (plain + little) ** 2;
}

/** The weight where it is above the bar and nearly nothing below; made of the square root, which is the same on every machine. */
const above = (weight: number) => (weight + Math.sqrt(weight * weight + softness)) / 2;

/** The sentences' order by what they give, the best first; ties as they stand. */
export const bestFirst = (given: ArrayLike<number>): number[] =>
  Array.from(given, (_, index) => index).sort(
    (one, other) => given[other]! - given[one]! || one - other,
  );
