/** Learns weights for the features of sentences: logistic regression in which each source of texts has ways of its own beside those that all share. */

import { chance } from "../chance.ts";
import { PLACES } from "../features.ts";
import { pool } from "../pool.ts";

/** One text: the places of each sentence's features, and what people said of it. */
export interface Example {
  readonly sentences: readonly Int32Array[];
  /** 0 to 1: the share that would call it so. */
  readonly label: number;
  /** How much it counts beside others. */
  readonly weight: number;
  /** Which source it comes from, from 1 on. */
  readonly source: number;
}

export interface Wish {
  readonly sources: number;
  readonly epochs: number;
  /** How far one example moves a weight. */
  readonly rate: number;
  /** How much a weight must have been moved before it is trusted less: a large number keeps rare features small. */
  readonly calm: number;
  /** The share of each step that goes to a source's own weights. */
  readonly own: number;
  readonly seed: number;
}

export interface Fitted {
  /** What all sources share first, then each source's own. */
  readonly tables: readonly Float32Array[];
  readonly bases: Float64Array;
}

/** Weights from examples; the same to the bit for the same examples in the same order. */
export function fitWeights(examples: readonly Example[], wish: Wish): Fitted {
  const tables = Array.from({ length: wish.sources + 1 }, () => new Float32Array(PLACES));
  const moved = tables.map((table) => new Float32Array(table.length).fill(wish.calm));
  const bases = new Float64Array(tables.length);
  const order = Int32Array.from(examples.keys());
  const draw = dice(wish.seed);
  for (let epoch = 0; epoch < wish.epochs; epoch++) {
    shuffle(order, draw);
    const rate = wish.rate * (1 - (0.7 * epoch) / wish.epochs);
    for (const number of order) learn(examples[number]!, tables, moved, bases, rate, wish.own);
  }
  return { tables, bases };
}

function learn(
  example: Example,
  tables: readonly Float32Array[],
  moved: readonly Float32Array[],
  bases: Float64Array,
  rate: number,
  own: number,
): void {
  const { sentences, source } = example;
  const shared = tables[0]!;
  const special = tables[source]!;
  const base = bases[0]! + bases[source]!;
  const values = sentences.map((places) => {
    let sum = base;
    for (const place of places) sum += shared[place]! + special[place]!;
    return sum;
  });
  const { value, shares } = pool(values);
  const error = (chance(value) - example.label) * example.weight;
  bases[0]! -= rate * 0.02 * error;
  bases[source]! -= rate * 0.02 * error;
  for (let number = 0; number < sentences.length; number++) {
    const slope = error * shares[number]!;
    if (slope < 1e-3 && slope > -1e-3) continue;
    const [square, ownSlope] = [slope * slope, slope * own];
    const [movedShared, movedSpecial] = [moved[0]!, moved[source]!];
    for (const place of sentences[number]!) {
      movedShared[place]! += square;
      shared[place]! -= (rate * slope) / Math.sqrt(movedShared[place]!);
      movedSpecial[place]! += ownSlope * ownSlope;
      special[place]! -= (rate * own * ownSlope) / Math.sqrt(movedSpecial[place]!);
    }
  }
}

/** Numbers from 0 up to 1 that look like chance and are the same everywhere. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export function shuffle(order: Int32Array, draw: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}
