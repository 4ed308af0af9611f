/** What there is in a sentence, counted: the numbers from which its features are made. */
import type { Piece } from "./pieces.ts";
import { signals } from "./signals.ts";
import type { Known } from "./vocabulary.ts";
import * as of from "./vocabulary.ts";
import { wordClassNames } from "./word-classes.ts";

export class Tally {
  /** Of each signal, how many of its phrases. */
  readonly phrases = new Uint16Array(signals.length);
  /** Of each class of small words, how many. */
  readonly classes = new Uint16Array(wordClassNames.length);
  words = 0;
  letters = 0;
  content = 0;
  /** Words, and words that name something, which the text did not have before. */
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
  hasOr = false;
  hasThan = false;
}

let sentences = 0;
let texts = 0;

/** To be called before the first sentence of each text: from then on all words are new. */
export function beginText(): void {
  texts++;
}

/** Counts a sentence. */
export function tally({ words }: Piece): Tally {
  const found = new Tally();
  sentences++;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word.phrases) countPhrases(words, index, found.phrases);
    if (word.sort === of.WORD) countWord(word, index, found);
    else if (word.sort === of.NUMBER) countNumber(words, index, found);
    else if (word.sort === of.MARK) countMark(word, found);
    else if (word.sort === of.PICTURE) found.pictures++;
  }
  return found;
}

function countPhrases(words: readonly Known[], index: number, counts: Uint16Array): void {
  for (const { rest, signal } of words[index]!.phrases!) {
    let step = 0;
    while (step < rest.length && rest[step] === words[index + 1 + step]?.text) step++;
    if (step === rest.length) counts[signal]!++;
  }
}

function meet(word: Known, found: Tally): void {
  if (word.metInSentence === sentences) return;
  word.metInSentence = sentences;
  found.different++;
  if (word.metInText === texts) return;
  word.metInText = texts;
  found.fresh++;
  if ((word.bits & of.CONTENT) !== 0) found.freshContent++;
}

function countNumber(words: readonly Known[], index: number, found: Tally): void {
  const word = words[index]!;
  const next = words[index + 1];
  const { bits } = word;
  found.words++;
  found.numbers++;
  if ((bits & of.YEAR) !== 0) found.years++;
  if ((bits & of.DECIMAL) !== 0) found.decimals++;
  const before = words[index - 1];
  if (
    (bits & of.WITH_UNIT) !== 0 ||
    (next && (next.text === "%" || (next.sort !== of.MARK && (next.bits & of.CONTENT) !== 0))) ||
    (before && (before.bits & of.MONEY) !== 0)
  )
    found.units++;
  meet(word, found);
}

function countMark({ text, bits }: Known, found: Tally): void {
  const code = text.charCodeAt(0);
  if (code === 44) found.commas++;
  else if (code === 58 || code === 59) found.colons++;
  else if (code === 40) found.brackets++;
  else if (code === 34) found.quotes++;
  else if (code === 37 || (bits & of.MONEY) !== 0) found.units++;
  else if (code === 33) found.exclaims += text.length;
  else if (code === 63) {
    found.asks++;
    if (text.includes("!")) found.exclaims++;
  } else if (code === 8230 || (code === 46 && text.length > 1)) found.dots++;
}

function countWord(word: Known, index: number, found: Tally): void {
  const { bits, text, classes } = word;
  found.words++;
  found.letters += text.length;
  meet(word, found);
  if (text === "or") found.hasOr = true;
  else if (text === "than") found.hasThan = true;
  if ((bits & of.CAPITALS) !== 0) {
    found.capitals++;
    if ((bits & of.ACRONYM) !== 0) found.acronyms++;
  } else if ((bits & of.NAME) !== 0 && index > 0) found.names++;
  else if ((bits & of.MIXED) !== 0) found.mixed++;
  if ((bits & of.LOWER_I) !== 0) found.lowerI++;
  if (classes) for (let at = 0; at < classes.length; at++) found.classes[classes[at]!]!++;
  if ((bits & of.CONTENT) === 0) return;
  found.content++;
  countLevel(word.level, found);
  if ((bits & of.BRIEF) !== 0) found.brief++;
  if ((bits & of.LONG) !== 0) found.long++;
  if ((bits & of.VERY_LONG) !== 0) found.veryLong++;
  if ((bits & of.NOMINAL) !== 0) found.nominal++;
  if ((bits & of.PLURAL) !== 0) found.plurals++;
  else if ((bits & of.PAST) !== 0) found.pasts++;
  else if ((bits & of.ING) !== 0) found.ings++;
  else if ((bits & of.ADVERB) !== 0) found.adverbs++;
  if ((bits & of.STRETCHED) !== 0) found.stretched++;
}

/** Levels are powers of two of some 60,000 comments. */
function countLevel(level: number, found: Tally): void {
  found.uncommon += 16 - level;
  if (level === 0) found.unknown++;
  else if (level < 4) found.rare++;
  else if (level < 8) found.seldom++;
  else found.usual++;
}
