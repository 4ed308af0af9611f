/** The score of insults: does a text demean a person or a group of persons, and where? */
import type { Cut } from "./cut.ts";
import { Features, lettersOf, readFeatures } from "./features.ts";
import { mix } from "./mix.ts";
import { passageOf } from "./passage.ts";
import { pool } from "./pool.ts";
import { quotedOf } from "./quoted.ts";
import type { Passage } from "./scores.ts";
import type { Token } from "./tokens.ts";
import { type Tone, toneBy } from "./tone.ts";
import type { Weights } from "./weights.ts";
import { MOST_KNOWN } from "./word.ts";

export interface Insult {
  /** 0 to 1; from `NUDGE` on its writer is asked. */
  readonly insult: number;
  readonly passages: readonly Passage[];
}

/** A sentence that scores less alone is no passage. */
const LEAST = 0.4;
const MOST_PASSAGES = 8;

/** Scores sentences by what was learnt; what is asked of the weights twice is remembered. */
export function insultBy(weights: Weights, tone: Tone) {
  const toneOf = toneBy(tone);
  const { bytes, insultOf, heatOf } = weights;
  const features = new Features();
  const lettersInsult = new Float64Array(MOST_KNOWN).fill(Number.NaN);
  const lettersHeat = new Float64Array(MOST_KNOWN);
  /** Evidence of an insult and of heat, of what was weighed last. */
  const sums = new Float64Array(2);

  const addPlaces = (places: Int32Array, count: number) => {
    let evidence = 0;
    let heat = 0;
    for (let at = 0; at < count; at++) {
      const place = 2 * places[at]!;
      evidence += insultOf[bytes[place]!]!;
      heat += heatOf[bytes[place + 1]!]!;
    }
    sums[0]! += evidence;
    sums[1]! += heat;
  };
  /** The letters of a word weigh the same wherever it stands. */
  const addLetters = ({ word }: Token) => {
    const { number } = word;
    if (number < 0 || Number.isNaN(lettersInsult[number]!)) {
      const [before, heatBefore] = [sums[0]!, sums[1]!];
      const letters = lettersOf(word);
      addPlaces(letters, letters.length);
      if (number < 0) return;
      lettersInsult[number] = sums[0]! - before;
      lettersHeat[number] = sums[1]! - heatBefore;
      return;
    }
    sums[0]! += lettersInsult[number]!;
    sums[1]! += lettersHeat[number]!;
  };
  const weigh = (sentence: readonly Token[], quoted: Uint8Array) => {
    sums[0] = weights.insultBase;
    sums[1] = weights.heatBase;
    readFeatures(sentence, quoted, features);
    addPlaces(features.places, features.count);
    for (let at = 0; at < sentence.length; at++) if (!quoted[at]) addLetters(sentence[at]!);
  };
  /** What each token adds to the evidence. */
  const partsOf = (sentence: readonly Token[], quoted: Uint8Array): Float64Array => {
    const parts = new Float64Array(sentence.length);
    readFeatures(sentence, quoted, features);
    for (let at = 0; at < features.count; at++)
      parts[features.owners[at]!]! += insultOf[bytes[2 * features.places[at]!]!]!;
    for (let at = 0; at < sentence.length; at++) {
      if (quoted[at]) continue;
      sums[0] = 0;
      addLetters(sentence[at]!);
      parts[at]! += sums[0];
    }
    return parts;
  };

  return (sentences: readonly Token[][], text: string, cuts: readonly Cut[]): Insult => {
    if (sentences.length === 0) return { insult: 0, passages: [] };
    const quoted = quotedOf(sentences, text);
    const evidences: number[] = [];
    const heats: number[] = [];
    for (let number = 0; number < sentences.length; number++) {
      weigh(sentences[number]!, quoted[number]!);
      evidences.push(sums[0]!);
      heats.push(sums[1]!);
    }
    const atOdds = toneOf(sentences, cuts);
    const insult = mix({
      insult: pool(evidences).value,
      heat: pool(heats).value,
      tone: atOdds.evidence,
      words: atOdds.words,
    });
    const alone = evidences.map((value, number) =>
      mix({ insult: value, heat: heats[number]!, tone: 0, words: 0 }),
    );
    const worst = [...alone.keys()]
      .filter((number) => alone[number]! >= LEAST)
      .sort((one, other) => alone[other]! - alone[one]! || one - other)
      .slice(0, MOST_PASSAGES)
      .sort((one, other) => one - other);
    const passages = worst.map((number) => {
      const parts = partsOf(sentences[number]!, quoted[number]!);
      return passageOf(sentences[number]!, quoted[number]!, parts, alone[number]!);
    });
    return { insult, passages };
  };
}
