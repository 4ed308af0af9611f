/** What a word looks like, so that what was learnt of one topic holds for another: words that name things are known by their endings alone. */
import { functionWords, phrasesFrom } from "./phrases.ts";
import type { Known } from "./vocabulary.ts";

const endings = "tion ment ness ity ing ed ly ous ive able al er s y e".split(" ");

export const gramBits = 14;
const mask = (1 << gramBits) - 1;

function hash(text: string): number {
  let sum = 2166136261;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 16777619);
  return sum | 0;
}

const mix = (sum: number) => {
  const once = Math.imul(sum ^ (sum >>> 15), 2246822519);
  return (once ^ (once >>> 13)) & mask;
};

export const nameShape = hash("~N");
const first = hash("^");
const last = hash("$");

/** The shape of a word, and whether it is known by itself, however it is written. */
export function shapeOf(word: string): { shape: number; byItself: boolean } {
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return { shape: hash("0"), byItself: true };
  if (functionWords.has(word) || phrasesFrom(word)) return { shape: hash(word), byItself: true };
  if (code < 97 || (code > 122 && code < 170) || code > 8200)
    return { shape: hash(word.slice(0, 3)), byItself: true };
  const ending = endings.find((end) => word.length > end.length + 2 && word.endsWith(end)) ?? "";
  const size = word.length > 7 ? "+" : word.length < 4 ? "-" : "";
  return { shape: hash(`~${ending}${size}`), byItself: false };
}

const taken = new Int32Array(1 << gramBits);
let turn = 0;

/** The slots, each once, of the shapes and the pairs of neighbouring shapes of a sentence. */
export function shapesOf(words: readonly Known[]): number[] {
  turn = (turn + 1) | 0;
  const slots: number[] = [];
  let before = first;
  for (let index = 0; index <= words.length; index++) {
    const word = words[index];
    const shape = word ? (index > 0 ? word.shapeInside : word.shape) : last;
    const one = mix(shape);
    if (taken[one] !== turn) {
      taken[one] = turn;
      slots.push(one);
    }
    const two = mix(Math.imul(before, 31) + shape);
    if (taken[two] !== turn) {
      taken[two] = turn;
      slots.push(two);
    }
    before = shape;
  }
  return slots;
}
