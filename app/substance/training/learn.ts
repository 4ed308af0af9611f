/** The weights of insults from the texts that were read. */
import { writeWeights } from "../weights.ts";
import { type Fitted, fitWeights, type Wish } from "./fit-weights.ts";
import { examplesOf, type Read, sources } from "./lessons.ts";

const wish: Wish = {
  sources: sources.length,
  epochs: 2,
  rate: 0.04,
  calm: 10,
  own: 0.5,
  seed: 12_345,
};

/** The file of weights; the same bytes for the same texts. An insult is what our own sentences call so, heat what all sources share. */
export function learnInsults(reads: readonly Read[]): Uint8Array {
  const insult = fitWeights(examplesOf(reads, "insult"), wish);
  const heat = fitWeights(examplesOf(reads, "heat"), wish);
  return writeWeights(forSource(insult, sources.indexOf("own") + 1), forSource(heat, undefined));
}

function forSource({ tables, bases }: Fitted, source: number | undefined) {
  const table = tables[0]!.slice();
  let base = bases[0]!;
  if (source !== undefined) {
    const own = tables[source]!;
    for (let place = 0; place < table.length; place++) table[place]! += own[place]!;
    base += bases[source]!;
  }
  return { table, base };
}
