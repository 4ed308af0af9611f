/** Learns the tone of people at odds from what they say most often: logistic regression over a few hundred numbers. */
import { chance } from "../chance.ts";
import { prose } from "../prose.ts";
import { sentencesOf } from "../tokens.ts";
import {
  type Counted,
  countWords,
  densityOf,
  lengthOf,
  TONE_WORDS,
  type Tone,
  technicalOf,
} from "../tone.ts";

/** A text and whether its writer is at odds with somebody, with its importance. */
export interface ToneExample {
  readonly text: string;
  readonly label: number;
  readonly weight: number;
}

const STEPS = 300;
/** How strongly weights are held near nothing. */
const HOLD = 3;

/** The tone by examples, its words the most frequent of `common`; the same numbers for the same texts. */
export function learnTone(examples: readonly ToneExample[], common: readonly string[]): Tone {
  const names = frequentWords(common);
  const places = new Map(names.map((name, place) => [name, place]));
  const size = names.length + 3;
  const rows = examples.map(({ text }) =>
    valuesOf(
      read(text, (word) => places.has(word)),
      places,
    ),
  );
  const steepest = steepnessOf(rows, examples, size) + HOLD;
  let best = new Float64Array(size);
  let ahead = best.slice();
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(size);
    for (const [number, row] of rows.entries()) {
      const { label, weight } = examples[number]!;
      let sum = 0;
      for (const [place, value] of row) sum += ahead[place]! * value;
      const error = weight * (chance(sum) - label);
      for (const [place, value] of row) slope[place]! += error * value;
    }
    const next = ahead.map((value, place) => {
      const held = place === size - 1 ? 0 : HOLD * value;
      return value - (slope[place]! + held) / steepest;
    });
    const carry = step / (step + 3);
    const before = best;
    ahead = next.map((value, place) => value + carry * (value - before[place]!));
    best = next;
  }
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    words: Object.fromEntries(names.map((name, place) => [name, round(best[place]!)])),
    technical: round(best[size - 3]!),
    length: round(best[size - 2]!),
    base: round(best[size - 1]!),
  };
}

function read(markdown: string, known: (word: string) => boolean): Counted {
  const { text, cuts } = prose(markdown);
  return countWords(sentencesOf(text), cuts, known);
}

/** The words that most texts have, the most frequent first. */
function frequentWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of read(text, (name) => /^[a-z]+$/.test(name)).counts.keys())
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([one, often], [other, rarely]) => rarely - often || (one < other ? -1 : 1))
    .slice(0, TONE_WORDS)
    .map(([name]) => name);
}

function valuesOf(counted: Counted, places: ReadonlyMap<string, number>): [number, number][] {
  const size = places.size;
  const values: [number, number][] = [];
  for (const [word, count] of counted.counts)
    values.push([places.get(word)!, densityOf(count, counted.size)]);
  values.push([size, technicalOf(counted)], [size + 1, lengthOf(counted)], [size + 2, 1]);
  return values;
}

/** The largest curvature of the loss, by repeated multiplication: steps of its inverse never overshoot. */
function steepnessOf(
  rows: readonly (readonly [number, number])[][],
  examples: readonly ToneExample[],
  size: number,
): number {
  let direction = new Float64Array(size).fill(1 / Math.sqrt(size));
  let length = 1;
  for (let round = 0; round < 30; round++) {
    const next = new Float64Array(size);
    for (const [number, row] of rows.entries()) {
      let sum = 0;
      for (const [place, value] of row) sum += direction[place]! * value;
      const part = 0.25 * examples[number]!.weight * sum;
      for (const [place, value] of row) next[place]! += part * value;
    }
    length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0)) || 1;
    direction = next.map((value) => value / length);
  }
  return length * 1.05;
}
