/** Which rows teach what an insult is and what heat is, and how much each counts. */
import { Features, lettersOf, readFeatures } from "../features.ts";
import { prose } from "../prose.ts";
import { quotedOf } from "../quoted.ts";
import { sentencesOf } from "../tokens.ts";
import type { Example } from "./fit-weights.ts";
import type { Row } from "./row.ts";

/** The sources that may be learnt from, in the order in which they are read; the last is our own sentences. */
export const sources = [
  "paradetox",
  "toxic_spans",
  "goemotions",
  "davidson",
  "raman_oss",
  "hatecheck",
  "identity_templates",
  "own",
] as const;
export type Source = (typeof sources)[number];

/** How much a row of each source counts for the two lessons, set by hand: our own sentences say what an insult is, the large sets what heat is. */
export const importance: Readonly<Record<"insult" | "heat", Partial<Record<Source, number>>>> = {
  insult: {
    paradetox: 0.5,
    toxic_spans: 0.5,
    goemotions: 0.5,
    davidson: 0.1,
    raman_oss: 2,
    hatecheck: 0.5,
    identity_templates: 0.5,
    own: 3,
  },
  heat: {
    paradetox: 1,
    toxic_spans: 0.3,
    goemotions: 1,
    davidson: 1,
    raman_oss: 1,
    hatecheck: 0.5,
    identity_templates: 0.3,
    own: 0.3,
  },
};

/** Anger is not yet an insult, an offensive word not yet hate. */
const OF_ANGER = 0.6;
const OF_OTHER_FEELING = 0.05;

/** A text that was read: the places of the features of each sentence, and which of them hold what was marked. */
export interface Read {
  readonly source: Source;
  readonly row: Row;
  readonly sentences: readonly Int32Array[];
  readonly marked: readonly boolean[];
}

const features = new Features();

/** Reads a row as the scorer will read a post; undefined if nothing in it counts. */
export function readRow(source: Source, row: Row): Read | undefined {
  const { text } = prose(row.text);
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return undefined;
  const quoted = quotedOf(sentences, text);
  return {
    source,
    row,
    sentences: sentences.map((sentence, number) => {
      readFeatures(sentence, quoted[number]!, features);
      const places = [...features.places.subarray(0, features.count)];
      for (let at = 0; at < sentence.length; at++)
        if (!quoted[number]![at]) places.push(...lettersOf(sentence[at]!.word));
      return Int32Array.from(places);
    }),
    marked: sentences.map((sentence) => {
      const [start, end] = [sentence[0]!.start, sentence.at(-1)!.end];
      return (row.spans ?? []).some(([from, to]) => from < end && to > start);
    }),
  };
}

/** What is learnt from the texts that were read, for insult or for heat. */
export function examplesOf(reads: readonly Read[], lesson: "insult" | "heat"): Example[] {
  return reads.flatMap((read) => {
    const counts = importance[lesson][read.source];
    if (!counts) return [];
    const source = sources.indexOf(read.source) + 1;
    return labelsOf(read, lesson).map(([sentences, label, weight]) => ({
      sentences,
      label,
      weight: weight * counts,
      source,
    }));
  });
}

type Labelled = [sentences: readonly Int32Array[], label: number, weight: number];

function labelsOf(read: Read, lesson: "insult" | "heat"): Labelled[] {
  const { source, row, sentences } = read;
  const { labels = {} } = row;
  switch (source) {
    case "toxic_spans":
      return ofSpans(read, lesson);
    case "goemotions": {
      const calm = labels.thanks || labels.emotions?.includes("neutral");
      return [[sentences, labels.hostile_emotion ? OF_ANGER : calm ? 0 : OF_OTHER_FEELING, 1]];
    }
    case "davidson":
      return [[sentences, labels.class === "neither" ? 0 : labels.hate ? 1 : 0.6, 1]];
    case "raman_oss":
      return [[sentences, labels.toxic ?? 0, labels.toxic ? 4 : 1]];
    case "hatecheck":
      return [[sentences, labels.hateful ?? 0, 1]];
    case "own":
      return row.insult === undefined ? [] : [[sentences, row.insult, 1]];
    default:
      return [[sentences, labels.toxic ?? 0, 1]];
  }
}

/** Sentences in which something was marked as an insult, and the others of the same writers as their contrary. */
function ofSpans({ row, sentences, marked }: Read, lesson: "insult" | "heat"): Labelled[] {
  const { insult = 0, identity_attack: attack = 0 } = row.labels ?? {};
  const isInsult = insult >= 0.5 || attack >= 0.5;
  if (isInsult && !marked.includes(true)) return [[sentences, 1, 0.5]];
  return sentences.flatMap((sentence, number): Labelled[] => {
    if (!marked[number]) return [[[sentence], 0, 0.5]];
    if (isInsult) return [[[sentence], 1, 1]];
    return lesson === "heat" ? [[[sentence], OF_ANGER, 0.5]] : [];
  });
}
