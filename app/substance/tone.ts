/** The tone of a whole text: whether its small words are those of people at odds, or of people at work. */
import type { Cut } from "./cut.ts";
import type { Token } from "./tokens.ts";

/** How many words the tone is read from. */
export const TONE_WORDS = 250;
/** Short texts say little about tone: as if so many more words stood there. */
const CALM_WORDS = 10;

/** What was learnt: each word's weight, and those of technical matter, of length and of any text. */
export interface Tone {
  readonly words: Readonly<Record<string, number>>;
  readonly technical: number;
  readonly length: number;
  readonly base: number;
}

/** A text as the tone is read from it: how often it says what, in all and of technical matter. */
export interface Counted {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
  /** Numbers, code, addresses and names as programs have them. */
  readonly technical: number;
}

const TECHNICAL = new Set(["_", "/", "=", "==", "{", "}", "[", "]", "<", "\\", "::"]);
/** Letters of code that weigh as much as one technical name. */
const CODE = 20;

/** Counts the words of `known` in a text, and what is technical in it, code that was cut out included. */
export function countWords(
  sentences: readonly (readonly Token[])[],
  cuts: readonly Cut[],
  known: (word: string) => boolean,
): Counted {
  const counts = new Map<string, number>();
  let size = 0;
  let technical = 0;
  for (const { kind, start, end } of cuts) {
    if (kind === "code") technical += 1 + (end - start) / CODE;
    else if (kind === "address") technical++;
  }
  for (const sentence of sentences) {
    for (const { word } of sentence) {
      if (word.kind === "number") technical += 0.5;
      else if (word.kind === "sign" && TECHNICAL.has(word.text)) technical += 0.5;
      if (word.kind !== "word") continue;
      size++;
      if (word.technical) technical++;
      if (known(word.text)) counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
    }
  }
  return { counts, size, technical };
}

/** How much a word counts that is said so often among so many. */
export const densityOf = (count: number, size: number): number =>
  Math.sqrt(count / (size + CALM_WORDS));
export const technicalOf = ({ technical, size }: Counted): number =>
  Math.sqrt(Math.min(16, (5 * technical) / (size + CALM_WORDS)));
export const lengthOf = ({ size }: Counted): number => Math.sqrt(Math.min(size, 400) / 400);

/** Reads the tone of texts by what was learnt: evidence of people at odds, from −∞ to ∞, and how many words it rests on. */
export function toneBy({ words, technical, length, base }: Tone) {
  const weights = new Map(Object.entries(words));
  const isKnown = (word: string) => weights.has(word);
  return (sentences: readonly (readonly Token[])[], cuts: readonly Cut[]) => {
    const counted = countWords(sentences, cuts, isKnown);
    let sum = base + technical * technicalOf(counted) + length * lengthOf(counted);
    for (const [word, count] of counted.counts)
      sum += weights.get(word)! * densityOf(count, counted.size);
    return { evidence: sum, words: counted.size };
  };
}
