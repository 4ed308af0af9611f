/** How much each sentence of a text gives its reader, and all of them together. */
import type { Prose } from "../prose.ts";
import type { Commonness } from "./commonness.ts";
import { type Around, featureCount, featuresOf } from "./features.ts";
import { cutPieces, type Piece } from "./pieces.ts";
import { shapesOf } from "./shapes.ts";
import type { WorthWeights } from "./weights.ts";

/** One sentence as the model sees it. */
export interface Seen {
  readonly piece: Piece;
  readonly features: Float32Array;
  readonly shapes: readonly number[];
  /** How much of it earlier sentences have not said, 0 to 1. */
  readonly fresh: number;
}

/** How sharply a sentence below the bar counts as nothing. */
const sharpness = 4;
/** Each further sentence counts this much of the one before it, the best first: many weak ones do not make a strong one. */
export const fading = 0.6;
/** Sentences that give less than this count for less still. */
const little = 0.15;
/** Sentences with fewer shapes than this are divided by no less. */
const fewestShapes = 8;

/** The sentences of a text, with what was cut out around them. */
export function seeText({ text, cuts }: Prose, common: Commonness): Seen[] {
  const earlier = new Set<string>();
  const pieces = cutPieces(text);
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
    const { features, fresh } = featuresOf(piece, around satisfies Around, earlier, common);
    seen.push({ piece, features, fresh, shapes: shapesOf(piece.words, piece.written) });
  }
  return seen;
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

/** What a sentence gives, from 0; the little that an empty one gives is made less. */
export function giving(weight: number): number {
  const plain = above(weight);
  return (plain * plain) / (plain + little);
}

/** By how much it gives more where the weight is a little more. */
export function slopeOfGiving(weight: number): number {
  const plain = above(weight);
  const slope = 1 / (1 + Math.exp(-sharpness * weight));
  return (slope * plain * (plain + 2 * little)) / (plain + little) ** 2;
}

function above(weight: number): number {
  const sharp = sharpness * weight;
  return sharp > 30 ? weight : Math.log1p(Math.exp(sharp)) / sharpness;
}

/** The sentences' order by what they give, the best first; ties as they stand. */
export const bestFirst = (given: ArrayLike<number>): number[] =>
  Array.from(given, (_, index) => index).sort(
    (one, other) => given[other]! - given[one]! || one - other,
  );
