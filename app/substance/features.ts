/** What the model sees of a sentence: numbers for its words, their classes, who stands near what, and the letters inside. */
import { bitOf } from "./lexicon/classes.ts";
import type { Token } from "./tokens.ts";
import { hashOf, stir, type Word } from "./word.ts";

/** The weights lie in a table of this many places; a power of two. */
export const PLACES = 1 << 20;
const MASK = PLACES - 1;

/** Words of these classes say who is meant and what is said of them; pairs of them are looked at over a distance. */
const salient = [
  "insult demeaning curse you self not he they who identity person role group report harm body",
  "work idea thing bad mock good",
]
  .join(" ")
  .split(" ")
  .reduce((bits, name) => bits | bitOf(name), 0);
const addressed = [
  "you",
  "he",
  "they",
  "who",
  "self",
  "identity",
  "person",
  "role",
  "group",
].reduce((bits, name) => bits | bitOf(name), 0);
const strong = ["insult", "demeaning", "curse", "harm", "body", "mock", "bad"].reduce(
  (bits, name) => bits | bitOf(name),
  0,
);
const QUOTED = 0x5bd1e995;
const START = hashOf("<start>");
const END = hashOf("<end>");
const NEAR = 9;

/** Features of one sentence, as places in the table of weights. */
export class Features {
  places = new Int32Array(4096);
  /** For each feature the token with which it is complete. */
  owners = new Uint8Array(4096);
  count = 0;
}

const combine = (one: number, other: number, salt: number) =>
  stir(Math.imul(one ^ salt, 0x9e3779b1) + Math.imul(other, 0x85ebca77)) & MASK;

/** Fills the features of a sentence in; `quoted` tells of each token whether it stands between marks of quotation. */
export function readFeatures(sentence: readonly Token[], quoted: Uint8Array, into: Features): void {
  const size = sentence.length;
  const room = size * 64 + 64;
  if (into.places.length < room) {
    into.places = new Int32Array(room * 2);
    into.owners = new Uint8Array(room * 2);
  }
  const { places, owners } = into;
  let count = 0;
  let before = START;
  let before2 = START;
  let class1 = START;
  let class2 = 0;
  let class3 = 0;
  let class4 = 0;
  for (let at = 0; at <= size; at++) {
    const word = at < size ? sentence[at]!.word : undefined;
    const turn = at < size && quoted[at] ? QUOTED : 0;
    const first = count;
    const hash = word ? word.hash ^ turn : END;
    const classHash = word ? word.classHash ^ turn : END;
    if (word) places[count++] = stir(hash) & MASK;
    places[count++] = combine(before, hash, 11);
    if (at > 0) places[count++] = combine(combineWide(before2, before), hash, 12);
    places[count++] = combine(class1, classHash, 21);
    const classes12 = combineWide(class2, class1);
    places[count++] = combine(classes12, classHash, 22);
    if (at > 1) {
      const classes123 = combineWide(class3, classes12);
      places[count++] = combine(classes123, classHash, 23);
      if (at > 2) places[count++] = combine(combineWide(class4, classes123), classHash, 24);
      // Words beside classes: "a class b", "class b c".
      places[count++] = combine(combineWide(before2, class1), hash, 25);
    }
    places[count++] = combine(class1, hash, 26);
    places[count++] = combine(before, classHash, 27);
    owners.fill(Math.min(at, size - 1), first, count);
    before2 = before;
    before = hash;
    class4 = class3;
    class3 = class2;
    class2 = class1;
    class1 = classHash;
  }
  into.count = readPairs(sentence, quoted, into, count);
}

const combineWide = (one: number, other: number) =>
  Math.imul(one ^ 0x27d4eb2f, 0x9e3779b1) + Math.imul(other ^ (other >>> 15), 0x85ebca77);

/** Who stands near what: for each word that matters those that matter before it, and whether somebody is meant at all. */
function readPairs(
  sentence: readonly Token[],
  quoted: Uint8Array,
  into: Features,
  from: number,
): number {
  const { places, owners } = into;
  let count = from;
  let seen = 0;
  const size = sentence.length;
  for (let at = 0; at < size; at++) {
    const { word } = sentence[at]!;
    const turn = quoted[at] ? QUOTED : 0;
    if (!quoted[at]) seen |= word.classes;
    const isSalient = (word.classes & salient) !== 0;
    const isContent = word.kind === "word" && (isSalient || word.text.length > 3);
    if (!isContent) continue;
    let pairs = 0;
    const first = count;
    for (let back = at - 1; back >= 0 && at - back <= NEAR && pairs < 4; back--) {
      const other = sentence[back]!.word;
      if ((other.classes & salient) === 0) continue;
      pairs++;
      const gap = at - back;
      const distance = gap <= 2 ? gap : gap <= 4 ? 3 : 4;
      const otherHash = other.classHash ^ (quoted[back] ? QUOTED : 0);
      if (isSalient) {
        places[count++] = combine(otherHash, word.classHash ^ turn, 31 + distance);
        places[count++] = combine(otherHash, word.classHash ^ turn, 39);
      }
      if ((other.classes & addressed) !== 0 || isSalient)
        places[count++] = combine(otherHash, word.hash ^ turn, 41);
      if ((word.classes & addressed) !== 0 && (other.classes & strong) !== 0)
        places[count++] = combine(other.hash, word.classHash ^ turn, 42);
    }
    owners.fill(at, first, count);
  }
  // The sentence as a whole: which classes meet in it, how it ends, how long it is.
  const last = sentence[size - 1]!.word;
  const ends = last.kind === "sign" ? last.hash : 0;
  const met = seen & (addressed | strong | bitOf("report") | bitOf("not"));
  places[count++] = combine(met, ends, 51);
  places[count++] = combine(met, 0, 52);
  places[count++] = combine(ends, Math.min(12, 32 - Math.clz32(size)), 53);
  places[count++] = combine(seen & addressed, seen & strong, 54);
  owners.fill(size - 1, count - 4, count);
  return count;
}

/** The places of the pieces of a word of three to five letters. */
export function lettersOf(word: Word): Int32Array {
  if (word.kind !== "word" || word.text.length < 3) return NONE;
  const text = `^${word.text.slice(0, 24)}$`;
  const found: number[] = [];
  for (let size = 3; size <= 5; size++)
    for (let at = 0; at + size <= text.length && found.length < 40; at++)
      found.push(combine(hashOf(text.slice(at, at + size)), size, 61));
  return Int32Array.from(found);
}

const NONE = new Int32Array(0);
