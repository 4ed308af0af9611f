/** Learns the weights of substance: which of two texts gives its reader more, and how much a text gives. Pure, to the byte. */

import { exponential } from "../chance.ts";
import { prose } from "../prose.ts";
import { countCommonness } from "../worth/commonness.ts";
import {
  bestFirst,
  fading,
  giving,
  type Seen,
  seeText,
  shareOfShapes,
  slopeOfGiving,
  weigh,
} from "../worth/evidence.ts";
import { featureCount, featureNames } from "../worth/features.ts";
import { gramBits } from "../worth/shapes.ts";
import { Vocabulary } from "../worth/vocabulary.ts";
import { writeWorth } from "../worth/weights.ts";

/** `text` should score `level`, 0 to 1. */
export interface Graded {
  readonly text: string;
  readonly level: number;
  readonly importance: number;
}

/** `better` should score above `worse`; where they differ in length, that is taken out. */
export interface Pair {
  readonly better: string;
  readonly worse: string;
  readonly importance: number;
}

export interface Lessons {
  readonly graded: readonly Graded[];
  readonly pairs: readonly Pair[];
  /** Texts that show how common each word is. */
  readonly comments: readonly string[];
}

export interface Course {
  readonly rounds: number;
  readonly rate: number;
  readonly forFeatures: number;
  readonly forShapes: number;
}

const course: Course = { rounds: 6, rate: 0.02, forFeatures: 1e-4, forShapes: 3e-3 };
/** Steps are taken after so many examples. */
const batch = 4;
const steepness = 3;

interface Text {
  readonly seen: readonly Seen[];
  readonly words: number;
}

const all = featureCount + (1 << gramBits);
/** Each order of the lessons leads to somewhat other weights; their mean leans on none. */
const orders = [7, 8, 9, 10];

/** The same lessons give the same bytes. */
export function learnWorth(lessons: Lessons, wish: Course = course): Uint8Array {
  const common = countCommonness(lessons.comments);
  const vocabulary = new Vocabulary(common);
  const texts = new Map<string, Text>();
  const textOf = (text: string) => {
    let known = texts.get(text);
    if (!known) {
      known = {
        seen: seeText(prose(text), vocabulary),
        words: Math.max(1, text.split(/\s+/).filter(Boolean).length),
      };
      texts.set(text, known);
    }
    return known;
  };
  const mean = new Float64Array(all);
  for (const order of orders) {
    const weights = learnInOrder(lessons, wish, textOf, order);
    for (let index = 0; index < all; index++) mean[index]! += weights[index]! / orders.length;
  }
  return writeWorth(mean.subarray(0, featureCount), mean.subarray(featureCount), common);
}

function learnInOrder(
  lessons: Lessons,
  { rounds, rate, forFeatures, forShapes }: Course,
  textOf: (text: string) => Text,
  seed: number,
): Float64Array {
  const weights = new Float64Array(all);
  weights[featureNames.indexOf("bias")] = 0.1;
  const parts = {
    features: weights.subarray(0, featureCount),
    shapes: weights.subarray(featureCount),
  };
  const squares = new Float64Array(all);
  const slope = new Float64Array(all);
  const touched = new Set<number>();
  let ofLength = 0;

  const add = (index: number, value: number) => {
    slope[index]! += value;
    touched.add(index);
  };
  const run = ({ seen }: Text) => {
    const weighed = seen.map((sentence) => weigh(sentence, parts));
    const given = weighed.map((weight, index) => seen[index]!.counts * giving(weight));
    const order = bestFirst(given);
    let sum = 0;
    let share = 1;
    for (const index of order) {
      sum += share * given[index]!;
      share *= fading;
    }
    return { sum, weighed, order };
  };
  const learn = (
    { seen }: Text,
    { weighed, order }: ReturnType<typeof run>,
    slopeOfSum: number,
  ) => {
    let share = 1;
    for (const index of order) {
      const by = slopeOfSum * share * seen[index]!.counts * slopeOfGiving(weighed[index]!);
      share *= fading;
      if (Math.abs(by) < 1e-7) continue;
      const { features, shapes } = seen[index]!;
      for (let feature = 0; feature < featureCount; feature++)
        if (features[feature] !== 0) add(feature, by * features[feature]!);
      const each = by * shareOfShapes(shapes.length);
      for (const slot of shapes) add(featureCount + slot, each);
    }
  };
  const step = (pace: number) => {
    for (const index of touched) {
      const pull = index < featureCount ? forFeatures : forShapes;
      const by = slope[index]! + pull * weights[index]!;
      squares[index]! += by * by;
      weights[index]! -= (pace * by) / (Math.sqrt(squares[index]!) + 1e-3);
      slope[index] = 0;
    }
    touched.clear();
  };

  const items: (Graded | Pair)[] = [...lessons.graded, ...lessons.pairs];
  const draw = chance(seed);
  for (let round = 0; round < rounds; round++) {
    shuffle(items, draw);
    const pace = rate * (1 - round / rounds);
    for (const [index, item] of items.entries()) {
      if ("better" in item) {
        const better = textOf(item.better);
        const worse = textOf(item.worse);
        const one = run(better);
        const other = run(worse);
        const longer = logarithmOf(better.words, worse.words);
        const by =
          -item.importance /
          (1 + exponential(steepness * (one.sum - other.sum + ofLength * longer)));
        ofLength -= 0.01 * by * longer;
        learn(better, one, by);
        learn(worse, other, -by);
      } else {
        const text = textOf(item.text);
        const one = run(text);
        const rest = exponential(-one.sum);
        learn(text, one, item.importance * 4 * (1 - rest - item.level) * rest);
      }
      if (index % batch === batch - 1) step(pace);
    }
    step(pace);
  }
  return weights;
}

/** A stream of numbers from 0 to 1 that is the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Near the logarithm of the ratio; made of the four operations alone. */
const logarithmOf = (one: number, other: number) => (2 * (one - other)) / (one + other);

function shuffle(items: unknown[], draw: () => number): void {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(draw() * (index + 1));
    [items[index], items[other]] = [items[other], items[index]];
  }
}
