/** The features of one sentence: which signals it shows and how it is written, most of them 0 to 1 and saturating. */
import { exponential } from "../chance.ts";
import type { Piece } from "./pieces.ts";
import { signals } from "./signals.ts";
import { type Tally, tally } from "./tally.ts";
import type { Known } from "./vocabulary.ts";
import { wordClassNames } from "./word-classes.ts";

/** The places of the signals by their names. */
const at = Object.fromEntries(signals.map(({ name }, index) => [name, index])) as Readonly<
  Record<string, number>
>;
const half = [0, 0.5, 0.75, 0.875, 0.9375, 0.97, 0.985];
/** The first of a kind says most, a second half as much. */
const saturate = (count: number) => (count < half.length ? half[count]! : 1);
/** From 0 towards 1, two thirds of the way at `most`; by the count. */
const filling = (most: number) => {
  const known = Float64Array.from({ length: 128 }, (_, count) => 1 - exponential(-count / most));
  return (count: number) => known[Math.min(count, 127)]!;
};
const toFour = filling(4);
const toFive = filling(5);
const toSix = filling(6);
const toEight = filling(8);
const toMany = filling(25);
const ends = '.!?):"”…';
const holds = (so: boolean) => (so ? 1 : 0);

/** What is around a sentence: counted from what `prose` cut out. */
export interface Around {
  readonly links: number;
  readonly code: number;
  /** Whether a quotation stands right before it. */
  readonly answers: boolean;
}

interface Look extends Around {
  readonly tally: Tally;
  readonly piece: Piece;
  readonly shouts: boolean;
  /** Whether it begins as questions do, with a question mark or without. */
  readonly opensAsking: boolean;
  /** How many phrases of a signal. */
  readonly of: Uint16Array;
  /** How many signs that something is said. */
  readonly any: number;
}

const meaning = new Set(
  "saying mean means claiming suggesting asking referring implying".split(" "),
);
const asking = new Set("which what how why where when who whose".split(" "));
const helping = new Set(
  "are is do does did can could would will should have has was were isn't aren't don't".split(" "),
);
const asked = new Set("you it this that there the we they your these those any i".split(" "));
const leading = new Set("and but so ok okay then also well sorry ,".split(" "));

function opensAsking(words: readonly Known[]): boolean {
  let at = 0;
  while (at < 3 && at < words.length && leading.has(words[at]!.text)) at++;
  const word = words[at]?.text;
  if (word === undefined) return false;
  const next = words[at + 1]?.text ?? "";
  if (helping.has(word)) return asked.has(next);
  if (!asking.has(word) || next === ",") return false;
  return word === "which" || word === "how" || helping.has(next);
}

const share = (part: number, whole: number, least = 5) => part / Math.max(whole, least);

/** How a sentence is written; the order is kept, for the learnt weights are stored in it. */
const forms: Readonly<Record<string, (look: Look) => number>> = {
  bias: () => 1,
  length: ({ tally }) => toEight(tally.words),
  longer: ({ tally }) => toMany(tally.words),
  tiny: ({ tally }) => (tally.words <= 3 ? 1 : tally.words <= 5 ? 0.5 : 0),
  number: ({ tally }) => saturate(tally.numbers),
  unit: ({ tally }) => saturate(tally.units),
  year: ({ tally }) => saturate(tally.years),
  decimal: ({ tally }) => saturate(tally.decimals),
  link: ({ links }) => saturate(links),
  code: ({ code }) => saturate(code),
  answers: ({ answers, any }) => holds(answers && any > 0),
  name: ({ tally, shouts }) => (shouts ? 0 : saturate(tally.names)),
  acronym: ({ tally, shouts }) => (shouts ? 0 : saturate(tally.acronyms)),
  mixed: ({ tally }) => saturate(tally.mixed),
  longWords: ({ tally }) => saturate(tally.long),
  veryLongWords: ({ tally }) => saturate(tally.veryLong),
  nominal: ({ tally }) => saturate(tally.nominal),
  meanLength: ({ tally }) =>
    Math.min(1, Math.max(0, tally.letters / Math.max(1, tally.words) - 3) / 3),
  asks: ({ tally }) => holds(tally.asks > 0),
  opensAsking: ({ opensAsking }) => holds(opensAsking),
  asksOr: ({ tally, opensAsking }) => holds((opensAsking || tally.asks > 0) && tally.hasOr),
  asksMeaning: ({ piece, opensAsking }) =>
    holds(opensAsking && piece.words.some(({ text }) => meaning.has(text))),
  exclaims: ({ tally }) => saturate(Math.min(tally.exclaims, 6)),
  shouts: ({ shouts }) => holds(shouts),
  capitals: ({ tally, shouts }) =>
    shouts ? 1 : saturate(Math.max(0, tally.capitals - tally.acronyms)),
  dots: ({ tally }) => saturate(tally.dots),
  picture: ({ tally }) => saturate(tally.pictures),
  stretched: ({ tally }) => saturate(tally.stretched),
  lowerStart: ({ piece }) => holds(piece.words[0]!.isLower),
  noEnd: ({ piece }) => holds(!ends.includes(piece.words.at(-1)!.text[0]!)),
  commas: ({ tally }) => saturate(tally.commas),
  colon: ({ tally }) => saturate(tally.colons),
  brackets: ({ tally }) => saturate(tally.brackets),
  quoted: ({ tally }) => saturate(tally.quotes >> 1),
  variety: ({ tally }) => share(tally.different, tally.words, 6),
  novelty: ({ tally }) => toSix(tally.fresh),
  newThings: ({ tally }) => toFive(tally.freshContent),
  lowerI: ({ tally }) => saturate(tally.lowerI),
  shortWords: ({ tally }) => share(tally.brief, tally.words, 1),
  numberSource: ({ tally, of }) => holds(tally.numbers > 0 && of[at.source!]! > 0),
  reasonAny: ({ tally, of }) => holds(of[at.reason!]! > 0 && tally.content >= 4),
  counterAbstract: ({ tally, of }) =>
    holds(of[at.counter!]! > 0 && (of[at.abstract!]! > 0 || tally.numbers > 0 || tally.long > 0)),
  askYou: ({ tally, of }) => holds(tally.asks > 0 && of[at.address!]! > 0),
  firstNumber: ({ tally, of }) => holds(of[at.firsthand!]! > 0 && tally.numbers > 0),
  nothing: ({ any }) => holds(any === 0),
  longWordsShare: ({ tally }) => share(tally.long, tally.words),
  contentShare: ({ tally }) => share(tally.content, tally.words),
  unlike: ({ tally }) =>
    holds(tally.words >= 8 && (tally.words - tally.content) / tally.words < 0.15),
  youAre: ({ piece }) => holds(saysYouAre(piece.words)),
  isEvaluative: ({ of, any }) => holds(of[at.opinion!]! > 0 && any === 0),
  unknown: ({ tally }) => saturate(tally.unknown),
  rare: ({ tally }) => saturate(tally.rare),
  seldom: ({ tally }) => saturate(tally.seldom),
  seldomMany: ({ tally }) => toFour(tally.seldom),
  usual: ({ tally }) => saturate(tally.usual),
  unknownShare: ({ tally }) => share(tally.unknown, tally.words),
  rareShare: ({ tally }) => share(tally.rare, tally.words),
  seldomShare: ({ tally }) => share(tally.seldom, tally.words),
  usualShare: ({ tally }) => share(tally.usual, tally.words),
  uncommon: ({ tally }) => tally.uncommon / 8 / Math.max(tally.content, 3),
  plural: ({ tally }) => saturate(tally.plurals),
  past: ({ tally }) => saturate(tally.pasts),
  ing: ({ tally }) => saturate(tally.ings),
  adverbs: ({ tally }) => saturate(tally.adverbs),
  notBut: ({ of }) => holds(of[at.counter!]! > 0 && of[at.concession!]! > 0),
  comparison: ({ tally }) => holds(tally.hasThan),
};

const formNames = Object.keys(forms);
const makers = Object.values(forms);

export const featureNames: readonly string[] = [
  ...signals.map(({ name }) => name),
  ...wordClassNames.map((name) => `words:${name}`),
  ...formNames,
];
export const featureCount = featureNames.length;

const saying =
  "source reason concession condition distinction definition example firsthand question"
    .split(" ")
    .map((name) => at[name]!);

/** The features of a sentence, after those before it of the same text. Second: how much of it counts, 0 to 1: what repeats and what is in no known language does not. */
export function featuresOf(
  piece: Piece,
  around: Around,
): { features: Float32Array; counts: number } {
  const counted = tally(piece);
  const { phrases, classes, capitals, words, numbers } = counted;
  let any = numbers + around.links;
  for (const signal of saying) any += phrases[signal]!;
  const look: Look = {
    links: around.links,
    code: around.code,
    answers: around.answers,
    tally: counted,
    piece,
    shouts: capitals >= 3 && capitals * 2 > words,
    opensAsking: opensAsking(piece.words),
    of: phrases,
    any,
  };
  const features = new Float32Array(featureCount);
  let place = 0;
  for (let index = 0; index < phrases.length; index++)
    features[place++] = saturate(phrases[index]!);
  for (let index = 0; index < classes.length; index++)
    features[place++] = (3 * classes[index]!) / Math.max(words, 6);
  for (let index = 0; index < makers.length; index++) features[place++] = makers[index]!(look);
  return { features, counts: freshness(counted) * familiarity(counted) };
}

/** What only repeats counts for nothing, half of it new for all. */
const freshness = ({ freshContent, content, numbers }: Tally) =>
  Math.min(1, (2 * freshContent) / Math.max(1, content + numbers));

/** A longer sentence of which hardly a word is known is no English. */
function familiarity({ words, unknown }: Tally): number {
  if (words < 6) return 1;
  return Math.min(1, Math.max(0, (1 - unknown / words - 0.3) / 0.25));
}

function saysYouAre(words: readonly Known[]): boolean {
  const upTo = Math.min(words.length, 12);
  for (let index = 0; index < upTo; index++) {
    const { text } = words[index]!;
    if (text === "you're" || text === "ur" || text === "youre") return true;
    if (text === "you" && words[index + 1]?.text === "are") return true;
  }
  return false;
}
