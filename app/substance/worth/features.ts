/** The features of one sentence: which signals it shows and how it is written, each 0 to 1 and saturating. */

import { countPhrases, functionWords } from "./phrases.ts";
import type { Piece } from "./pieces.ts";
import { signals } from "./signals.ts";

export const forms = [
  "bias",
  "length",
  "longer",
  "tiny",
  "number",
  "unit",
  "year",
  "decimal",
  "link",
  "name",
  "acronym",
  "mixed",
  "longWords",
  "veryLongWords",
  "meanLength",
  "asks",
  "asksOr",
  "exclaims",
  "shouts",
  "capitals",
  "dots",
  "picture",
  "stretched",
  "lowerStart",
  "noEnd",
  "commas",
  "colon",
  "brackets",
  "quoted",
  "variety",
  "novelty",
  "lowerI",
  "shortWords",
  "numberSource",
  "reasonAny",
  "counterAbstract",
  "askYou",
  "firstNumber",
  "nothing",
  "longWordsShare",
  "contentShare",
  "youAre",
  "isEvaluative",
  "plural",
  "past",
  "notBut",
  "comparison",
  "ing",
  "adverbs",
] as const;
export type Form = (typeof forms)[number];
const at = Object.fromEntries(forms.map((form, index) => [form, signals.length + index])) as Record<
  Form,
  number
>;
const signalAt = Object.fromEntries(signals.map((signal, index) => [signal.name, index]));
export const featureCount = signals.length + forms.length;
export const featureNames: readonly string[] = [...signals.map((signal) => signal.name), ...forms];

const half = [0, 0.5, 0.75, 0.875, 0.9375, 0.97, 0.985];
const saturate = (count: number) => (count < half.length ? half[count]! : 1);
const marks = /^[^\p{L}\p{N}]/u;
const counts = new Uint16Array(signals.length);

/** Fills `into` (of `featureCount`) with the features of a piece; `seen` holds the words of the pieces before it and is added to. */
export function fillFeatures(piece: Piece, seen: Set<string>, into: Float32Array): void {
  into.fill(0);
  counts.fill(0);
  const { words, written } = piece;
  let wordCount = 0,
    numbers = 0,
    units = 0,
    years = 0,
    decimals = 0,
    links = 0,
    names = 0,
    acronyms = 0,
    mixed = 0;
  let long = 0,
    veryLong = 0,
    letters = 0,
    capitals = 0,
    commas = 0,
    colons = 0,
    brackets = 0,
    quotes = 0,
    pictures = 0,
    stretched = 0;
  let fresh = 0,
    lowerI = 0,
    content = 0,
    exclaims = 0,
    asks = 0,
    dots = 0,
    plurals = 0,
    pasts = 0,
    ings = 0,
    adverbs = 0,
    shortOnes = 0;
  const own = new Set<string>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    countPhrases(words, index, counts);
    const code = word.charCodeAt(0);
    if (code >= 48 && code <= 57) {
      wordCount++;
      numbers++;
      if (/^(19|20)\d\d$/.test(word)) years++;
      if (/[.,]\d/.test(word)) decimals++;
      const next = words[index + 1];
      const before = words[index - 1];
      if (
        /\d[a-z]/.test(word) ||
        next === "%" ||
        before === "$" ||
        before === "€" ||
        before === "£" ||
        (next !== undefined && !marks.test(next) && !functionWords.has(next))
      )
        units++;
      if (!seen.has(word)) {
        fresh++;
        seen.add(word);
      }
      continue;
    }
    if (code === 104 && word.startsWith("http")) {
      links++;
      continue;
    }
    if (code === 119 && word.startsWith("www.")) {
      links++;
      continue;
    }
    if (code < 97 || (code > 122 && code < 170)) {
      if (word === ",") commas++;
      else if (word === ":" || word === ";") colons++;
      else if (word === "(") brackets++;
      else if (word === '"' || word === "“" || word === "”") quotes++;
      else if (word === "%" || word === "$" || word === "€" || word === "£") units++;
      else if (code === 33) exclaims += word.length;
      else if (code === 63) {
        asks++;
        if (word.includes("!")) exclaims++;
      } else if (code === 46 && word.length > 1) dots++;
      continue;
    }
    if (code === 8230) {
      dots++;
      continue;
    }
    if (code > 8200 && marks.test(word)) {
      if (code > 9000) pictures++;
      continue;
    }
    wordCount++;
    own.add(word);
    letters += word.length;
    if (word.length >= 8) {
      long++;
      if (word.length >= 11) veryLong++;
    }
    const as = written[index]!;
    const upper = as.charCodeAt(0) >= 65 && as.charCodeAt(0) <= 90;
    if (upper) {
      if (as.length > 1 && as === as.toUpperCase()) {
        capitals++;
        if (as.length <= 5) acronyms++;
      } else if (index > 0 && as !== "I" && !as.startsWith("I'")) names++;
    } else if (/[A-Z]/.test(as)) mixed++;
    if (word === "i" && as === "i") lowerI++;
    if (/[0-9_]/.test(word) || (word.length > 6 && word.includes("-"))) mixed++;
    if (!functionWords.has(word)) {
      content++;
      const last = word.charCodeAt(word.length - 1);
      if (word.length > 3) {
        if (last === 115) plurals++;
        else if (last === 100 && word.endsWith("ed")) pasts++;
        else if (last === 103 && word.endsWith("ing")) ings++;
        else if (last === 121 && word.endsWith("ly")) adverbs++;
      }
      if (word.length <= 3) shortOnes++;
    }
    if (word.length > 3 && /(\p{L})\1\1/u.test(word)) stretched++;
    if (!seen.has(word)) {
      fresh++;
      seen.add(word);
    }
  }
  for (let index = 0; index < counts.length; index++) into[index] = saturate(counts[index]!);
  const count = (name: string) => counts[signalAt[name]!]!;
  const shout = capitals >= 3 && capitals * 2 > wordCount;
  const set = (form: Form, value: number) => {
    into[at[form]] = value;
  };
  set("bias", 1);
  set("length", 1 - Math.exp(-wordCount / 8));
  set("longer", 1 - Math.exp(-wordCount / 25));
  set("tiny", wordCount <= 3 ? 1 : wordCount <= 5 ? 0.5 : 0);
  set("number", saturate(numbers));
  set("unit", saturate(units));
  set("year", saturate(years));
  set("decimal", saturate(decimals));
  set("link", saturate(links));
  set("name", shout ? 0 : saturate(names));
  set("acronym", shout ? 0 : saturate(acronyms));
  set("mixed", saturate(mixed));
  set("longWords", saturate(long));
  set("veryLongWords", saturate(veryLong));
  set("meanLength", wordCount > 0 ? Math.min(1, Math.max(0, letters / wordCount - 3) / 3) : 0);
  set("asks", asks > 0 ? 1 : 0);
  set("asksOr", asks > 0 && words.includes("or") ? 1 : 0);
  set("exclaims", saturate(Math.min(exclaims, 6)));
  set("shouts", shout ? 1 : 0);
  set("capitals", shout ? 1 : saturate(Math.max(0, capitals - acronyms)));
  set("dots", saturate(dots));
  set("picture", saturate(pictures));
  set("stretched", saturate(stretched));
  const first = written[0]!.charCodeAt(0);
  set("lowerStart", first >= 97 && first <= 122 ? 1 : 0);
  const last = words[words.length - 1]!.charCodeAt(0);
  set(
    "noEnd",
    last === 46 || last === 33 || last === 63 || last === 41 || last === 34 || last === 58 ? 0 : 1,
  );
  set("commas", saturate(commas));
  set("colon", saturate(colons));
  set("brackets", saturate(brackets));
  set("quoted", saturate(quotes >> 1));
  set("variety", wordCount > 0 ? own.size / Math.max(wordCount, 6) : 0);
  set("novelty", 1 - Math.exp(-fresh / 6));
  set("lowerI", saturate(lowerI));
  set("shortWords", wordCount > 0 ? shortOnes / wordCount : 0);
  set("numberSource", numbers > 0 && count("source") > 0 ? 1 : 0);
  set("reasonAny", count("reason") > 0 && content >= 4 ? 1 : 0);
  set(
    "counterAbstract",
    count("counter") > 0 && (count("abstract") > 0 || numbers > 0 || long > 0) ? 1 : 0,
  );
  set("askYou", asks > 0 && count("address") > 0 ? 1 : 0);
  set("firstNumber", count("firsthand") > 0 && numbers > 0 ? 1 : 0);
  const any =
    count("source") +
    count("reason") +
    count("concession") +
    count("condition") +
    count("distinction") +
    count("definition") +
    count("example") +
    count("firsthand") +
    count("question") +
    numbers +
    links;
  set("nothing", any === 0 ? 1 : 0);
  set("longWordsShare", wordCount > 0 ? long / Math.max(wordCount, 5) : 0);
  set("contentShare", wordCount > 0 ? content / Math.max(wordCount, 5) : 0);
  set("youAre", /\byou(?:'re| are|r)\b/.test(words.slice(0, 12).join(" ")) ? 1 : 0);
  set("isEvaluative", count("opinion") > 0 && any === 0 ? 1 : 0);
  set("plural", saturate(plurals));
  set("past", saturate(pasts));
  set("notBut", count("counter") > 0 && count("concession") > 0 ? 1 : 0);
  set("comparison", words.includes("than") ? 1 : 0);
  set("ing", saturate(ings));
  set("adverbs", saturate(adverbs));
}
