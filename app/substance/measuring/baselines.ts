/** What simple means reach on the same texts: the length of a text, a list of bad words, and statistics of words. */
import { exponential } from "../chance.ts";
import { bitOf, classesOf } from "../lexicon/classes.ts";
import { dice, shuffle } from "../training/fit-weights.ts";
import { hashOf } from "../word.ts";

export type Baseline = (text: string) => number;

export const byLength: Baseline = (text) => wordsOf(text).length;

const bad = bitOf("insult") | bitOf("demeaning") | bitOf("curse");

/** How many words of the lists a text has. */
export const byList: Baseline = (text) =>
  wordsOf(text).filter((word) => (classesOf(word) & bad) !== 0).length;

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z0-9']+/g) ?? [];

const PLACES = 1 << 20;

/** Words and pairs of words weighed by how rare they are, in a logistic regression over the whole text. */
export function learnTfIdf(rows: readonly { text: string; label: number }[]): Baseline {
  const seen = new Float64Array(PLACES);
  const texts = rows.map(({ text }) => [...new Set(placesOf(text))]);
  for (const text of texts) for (const place of text) seen[place]!++;
  const rarity = seen.map((count) => 1 + Math.log((1 + rows.length) / (1 + count)));
  const weights = new Float64Array(PLACES);
  let base = 0;
  const valuesOf = (places: readonly number[]) => {
    let squares = 0;
    for (const place of places) squares += rarity[place]! ** 2;
    const length = Math.sqrt(squares) || 1;
    return places.map((place) => rarity[place]! / length);
  };
  const scoreOf = (places: readonly number[], values: readonly number[]) => {
    let sum = base;
    for (let at = 0; at < places.length; at++) sum += weights[places[at]!]! * values[at]!;
    return sum;
  };
  const order = Int32Array.from(rows.keys());
  const draw = dice(1);
  for (let epoch = 0; epoch < 4; epoch++) {
    shuffle(order, draw);
    for (const number of order) {
      const places = texts[number]!;
      const values = valuesOf(places);
      const error = 1 / (1 + exponential(-scoreOf(places, values))) - rows[number]!.label;
      const step = (2 / (1 + epoch)) * error;
      base -= 0.01 * step;
      for (let at = 0; at < places.length; at++) weights[places[at]!]! -= step * values[at]!;
    }
  }
  return (text) => {
    const places = [...new Set(placesOf(text))];
    return scoreOf(places, valuesOf(places));
  };
}

function placesOf(text: string): number[] {
  const words = wordsOf(text);
  const places: number[] = [];
  for (let at = 0; at < words.length; at++) {
    places.push(hashOf(words[at]!) & (PLACES - 1));
    if (at > 0) places.push(hashOf(`${words[at - 1]} ${words[at]}`) & (PLACES - 1));
  }
  return places;
}
