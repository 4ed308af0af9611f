/** The features of one sentence: which signals it shows and how it is written, most of them 0 to 1 and saturating. */
import { exponential } from "../chance.ts";
import type { Commonness } from "./commonness.ts";
import type { Piece } from "./pieces.ts";
import { signals } from "./signals.ts";
import { type Tally, tally } from "./tally.ts";
import { wordClassNames } from "./word-classes.ts";

const signalAt = new Map(signals.map(({ name }, index) => [name, index]));
const half = [0, 0.5, 0.75, 0.875, 0.9375, 0.97, 0.985];
/** The first of a kind says most, a second half as much. */
const saturate = (count: number) => (count < half.length ? half[count]! : 1);
/** From 0 towards 1, two thirds of the way at `most`. */
const filling = (count: number, most: number) => 1 - exponential(-count / most);
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
  readonly of: (signal: string) => number;
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
const leading = new Set("and but so ok okay then also well sorry".split(" "));

function opensAsking(words: readonly string[]): boolean {
  let at = 0;
  while (at < 3 && (leading.has(words[at]!) || words[at] === ",")) at++;
  const word = words[at];
  if (word === undefined) return false;
  const next = words[at + 1] ?? "";
  if (helping.has(word)) return asked.has(next);
  return (
    asking.has(word) && next !== "," && (helping.has(next) || word === "which" || word === "how")
  );
}

const share = (part: number, whole: number, least = 5) => part / Math.max(whole, least);

/** How a sentence is written; the order is kept, for the learnt weights are stored in it. */
const forms: Readonly<Record<string, (look: Look) => number>> = {
  bias: () => 1,
  length: ({ tally }) => filling(tally.words, 8),
  longer: ({ tally }) => filling(tally.words, 25),
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
  asksOr: ({ tally, piece, opensAsking }) =>
    holds((opensAsking || tally.asks > 0) && piece.words.includes("or")),
  asksMeaning: ({ piece, opensAsking }) =>
    holds(opensAsking && piece.words.some((word) => meaning.has(word))),
  exclaims: ({ tally }) => saturate(Math.min(tally.exclaims, 6)),
  shouts: ({ shouts }) => holds(shouts),
  capitals: ({ tally, shouts }) =>
    shouts ? 1 : saturate(Math.max(0, tally.capitals - tally.acronyms)),
  dots: ({ tally }) => saturate(tally.dots),
  picture: ({ tally }) => saturate(tally.pictures),
  stretched: ({ tally }) => saturate(tally.stretched),
  lowerStart: ({ piece }) => holds(/^[a-z]/.test(piece.written[0] ?? "")),
  noEnd: ({ piece }) => holds(!/[.!?):"”…]/.test(piece.words.at(-1)?.[0] ?? "")),
  commas: ({ tally }) => saturate(tally.commas),
  colon: ({ tally }) => saturate(tally.colons),
  brackets: ({ tally }) => saturate(tally.brackets),
  quoted: ({ tally }) => saturate(tally.quotes >> 1),
  variety: ({ tally }) => share(tally.different, tally.words, 6),
  novelty: ({ tally }) => filling(tally.fresh, 6),
  newThings: ({ tally }) => filling(tally.freshContent, 5),
  lowerI: ({ tally }) => saturate(tally.lowerI),
  shortWords: ({ tally }) => share(tally.brief, tally.words, 1),
  numberSource: ({ tally, of }) => holds(tally.numbers > 0 && of("source") > 0),
  reasonAny: ({ tally, of }) => holds(of("reason") > 0 && tally.content >= 4),
  counterAbstract: ({ tally, of }) =>
    holds(of("counter") > 0 && (of("abstract") > 0 || tally.numbers > 0 || tally.long > 0)),
  askYou: ({ tally, of }) => holds(tally.asks > 0 && of("address") > 0),
  firstNumber: ({ tally, of }) => holds(of("firsthand") > 0 && tally.numbers > 0),
  nothing: ({ any }) => holds(any === 0),
  longWordsShare: ({ tally }) => share(tally.long, tally.words),
  contentShare: ({ tally }) => share(tally.content, tally.words),
  unlike: ({ tally }) =>
    holds(tally.words >= 8 && (tally.words - tally.content) / tally.words < 0.15),
  youAre: ({ piece }) => holds(saysYouAre(piece.words)),
  isEvaluative: ({ of, any }) => holds(of("opinion") > 0 && any === 0),
  unknown: ({ tally }) => saturate(tally.unknown),
  rare: ({ tally }) => saturate(tally.rare),
  seldom: ({ tally }) => saturate(tally.seldom),
  seldomMany: ({ tally }) => filling(tally.seldom, 4),
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
  notBut: ({ of }) => holds(of("counter") > 0 && of("concession") > 0),
  comparison: ({ piece }) => holds(piece.words.includes("than")),
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
  "source reason concession condition distinction definition example firsthand question".split(" ");

/** The features of a sentence; the words in `earlier` are not new, and its own are added to them. Second: how much of it counts, 0 to 1: what repeats and what is in no known language does not. */
export function featuresOf(
  piece: Piece,
  around: Around,
  earlier: Set<string>,
  common: Commonness,
): { features: Float32Array; counts: number } {
  const counted = tally(piece, earlier, common);
  const { phrases, classes, capitals, words, numbers } = counted;
  const of = (signal: string) => phrases[signalAt.get(signal)!]!;
  const look: Look = {
    ...around,
    tally: counted,
    piece,
    shouts: capitals >= 3 && capitals * 2 > words,
    opensAsking: opensAsking(piece.words),
    of,
    any: saying.reduce((sum, signal) => sum + of(signal), numbers + around.links),
  };
  const features = new Float32Array(featureCount);
  let at = 0;
  for (const count of phrases) features[at++] = saturate(count);
  for (const count of classes) features[at++] = share(count, words, 6) * 3;
  for (const make of makers) features[at++] = make(look);
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

function saysYouAre(words: readonly string[]): boolean {
  const upTo = Math.min(words.length, 12);
  for (let index = 0; index < upTo; index++) {
    const word = words[index];
    if (word === "you're" || word === "ur" || word === "youre") return true;
    if (word === "you" && words[index + 1] === "are") return true;
  }
  return false;
}
