/** What there is in a sentence, counted: the numbers from which its features are made. */
import { type Commonness, commonnessOf } from "./commonness.ts";
import { countPhrases, functionWords } from "./phrases.ts";
import type { Piece } from "./pieces.ts";
import { signals } from "./signals.ts";
import { classesOf, wordClassNames } from "./word-classes.ts";

export class Tally {
  /** Of each signal, how many of its phrases. */
  readonly phrases = new Uint16Array(signals.length);
  /** Of each class of small words, how many. */
  readonly classes = new Uint16Array(wordClassNames.length);
  words = 0;
  letters = 0;
  content = 0;
  /** Words, and words that name something, which no earlier sentence had. */
  fresh = 0;
  freshContent = 0;
  different = 0;
  numbers = 0;
  units = 0;
  years = 0;
  decimals = 0;
  names = 0;
  acronyms = 0;
  capitals = 0;
  mixed = 0;
  long = 0;
  veryLong = 0;
  brief = 0;
  /** Words by how common they are among comments, and the sum of how uncommon. */
  unknown = 0;
  rare = 0;
  seldom = 0;
  usual = 0;
  uncommon = 0;
  plurals = 0;
  pasts = 0;
  ings = 0;
  adverbs = 0;
  nominal = 0;
  stretched = 0;
  lowerI = 0;
  commas = 0;
  colons = 0;
  brackets = 0;
  quotes = 0;
  exclaims = 0;
  asks = 0;
  dots = 0;
  pictures = 0;
}

const money = new Set(["$", "€", "£"]);
const isMark = (word: string) => !/^[\p{L}\p{N}]/u.test(word);
const nominal = /(?:tion|sion|ment|ness|ity|ance|ence|ism|ship|ology)s?$/;

/** Counts a sentence; the words in `earlier` are not new, and its own are added to them. */
export function tally(piece: Piece, earlier: Set<string>, common: Commonness): Tally {
  const found = new Tally();
  const { words, written } = piece;
  const own = new Set<string>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    countPhrases(words, index, found.phrases);
    const code = word.charCodeAt(0);
    if (code >= 48 && code <= 57) {
      found.words++;
      countNumber(words, index, found);
      if (!earlier.has(word)) {
        found.fresh++;
        found.freshContent++;
        earlier.add(word);
      }
      own.add(word);
    } else if (code < 97 || (code > 122 && code < 170) || code === 8230)
      countMark(word, code, found);
    else if (code > 8200 && isMark(word)) {
      if (code > 9000) found.pictures++;
    } else {
      own.add(word);
      countWord(word, written[index]!, index, found, earlier, common);
    }
  }
  found.different = own.size;
  return found;
}

function countNumber(words: readonly string[], index: number, found: Tally): void {
  const word = words[index]!;
  const next = words[index + 1];
  found.numbers++;
  if (/^(?:19|20)\d\d$/.test(word)) found.years++;
  if (/[.,]\d/.test(word)) found.decimals++;
  const counted = next !== undefined && !isMark(next) && !functionWords.has(next);
  if (counted || next === "%" || money.has(words[index - 1] ?? "") || /\d[a-z]/.test(word))
    found.units++;
}

function countMark(word: string, code: number, found: Tally): void {
  if (code === 44) found.commas++;
  else if (code === 58 || code === 59) found.colons++;
  else if (code === 40) found.brackets++;
  else if (code === 34) found.quotes++;
  else if (code === 37 || money.has(word)) found.units++;
  else if (code === 33) found.exclaims += word.length;
  else if (code === 63) {
    found.asks++;
    if (word.includes("!")) found.exclaims++;
  } else if (code === 8230 || (code === 46 && word.length > 1)) found.dots++;
}

function countWord(
  word: string,
  as: string,
  index: number,
  found: Tally,
  earlier: Set<string>,
  common: Commonness,
): void {
  const isNew = !earlier.has(word);
  found.words++;
  found.letters += word.length;
  if (isNew) {
    found.fresh++;
    earlier.add(word);
  }
  const first = as.charCodeAt(0);
  if (first >= 65 && first <= 90) {
    if (as.length > 1 && as === as.toUpperCase()) {
      found.capitals++;
      if (as.length <= 5) found.acronyms++;
    } else if (index > 0 && as !== "I" && !as.startsWith("I'")) found.names++;
  } else if (/[A-Z0-9_]/.test(as) || (word.length > 6 && word.includes("-"))) found.mixed++;
  if (as === "i") found.lowerI++;
  const classes = classesOf.get(word);
  if (classes) for (const one of classes) found.classes[one]!++;
  if (functionWords.has(word)) return;
  found.content++;
  if (isNew) found.freshContent++;
  countCommonness(commonnessOf(word, common), found);
  const { length } = word;
  if (length <= 3) {
    found.brief++;
    return;
  }
  if (length >= 8) {
    found.long++;
    if (length >= 11) found.veryLong++;
  }
  if (length > 5 && nominal.test(word)) found.nominal++;
  const last = word.charCodeAt(length - 1);
  if (last === 115) found.plurals++;
  else if (last === 100 && word.endsWith("ed")) found.pasts++;
  else if (last === 103 && word.endsWith("ing")) found.ings++;
  else if (last === 121 && word.endsWith("ly")) found.adverbs++;
  if (/(\p{L})\1\1/u.test(word)) found.stretched++;
}

/** Levels are powers of two of some 80,000 comments. */
function countCommonness(level: number, found: Tally): void {
  found.uncommon += 16 - level;
  if (level === 0) found.unknown++;
  else if (level < 4) found.rare++;
  else if (level < 8) found.seldom++;
  else found.usual++;
}
