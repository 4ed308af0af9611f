/** What a word looks like, so that what was learnt of one topic holds for another: words that name things are known by their endings alone. */
import { beginsPhrase, functionWords } from "./phrases.ts";

const endings = [
  "tion",
  "ment",
  "ness",
  "ity",
  "ing",
  "ed",
  "ly",
  "ous",
  "ive",
  "able",
  "al",
  "er",
  "s",
  "y",
  "e",
];
const kept = new Map<string, number>();

export const gramBits = 14;
const mask = (1 << gramBits) - 1;

function hash(text: string): number {
  let sum = 2166136261;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 16777619);
  return sum >>> 0;
}

const mix = (sum: number) => {
  const once = Math.imul(sum ^ (sum >>> 15), 2246822519);
  return (once ^ (once >>> 13)) >>> 0;
};

const numeral = hash("0");
const name = hash("~N");
const first = hash("^");
const last = hash("$");
for (const word of functionWords) kept.set(word, hash(word));

function shapeOf(word: string, capital: boolean): number {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return numeral;
  if (beginsPhrase(word)) {
    const own = hash(word);
    kept.set(word, own);
    return own;
  }
  if (code < 97 || (code > 122 && code < 170) || code > 8200) return hash(word.slice(0, 3));
  if (capital) return name;
  const ending = endings.find((end) => word.length > end.length + 2 && word.endsWith(end)) ?? "";
  return hash(`~${ending}${word.length > 7 ? "+" : word.length < 4 ? "-" : ""}`);
}

/** The slots, each once, of the shapes and the pairs of neighbouring shapes of a sentence. */
export function shapesOf(words: readonly string[], written: readonly string[]): number[] {
  const slots = new Set<number>();
  let before = first;
  for (let index = 0; index <= words.length; index++) {
    let shape = last;
    if (index < words.length) {
      const code = written[index]!.charCodeAt(0);
      shape = shapeOf(words[index]!, index > 0 && code >= 65 && code <= 90);
    }
    slots.add(mix(shape) & mask);
    slots.add(mix(Math.imul(before, 31) + shape) & mask);
    before = shape;
  }
  return [...slots];
}
