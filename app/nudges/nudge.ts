/** What somebody is asked before a text is posted: whether a passage is meant as it reads. Advice, never a gate. */
import { type Words, wordFields } from "../composing/read-words.ts";
import { NUDGE } from "../substance/nudge-threshold.ts";
import type { Passage, Scorer, Scores } from "../substance/scores.ts";
import { advise } from "../substance/worth/advice.ts";
import { around, type Piece } from "./pieces.ts";

/** Passages that are shown of one field. */
const MOST_SHOWN = 3;
/** A passage that explains less than this share of the heaviest one is not the reason for asking. */
const LEAST_SHARE = 0.5;

export interface Nudge {
  /** The name of the signal that was seen in the heaviest passage. */
  rule: string;
  /** How many passages it is about. */
  count: number;
  /** Each field that they are in, cut to what stands around them. */
  excerpts: { field: keyof Words; pieces: Piece[] }[];
}

/** What the forum has to say of somebody's words: what to ask about them, and what would make them stronger. */
export interface Weighed {
  /** Null where there is nothing to ask. */
  nudge: Nudge | null;
  /** What would make them stronger, by name, the most useful first. */
  advice: string[];
}

/** What a scorer makes of somebody's words. */
export interface Judged extends Weighed {
  /** The words of the passages that are asked about. */
  passages: string[];
  /** Those of every passage that may read as an insult, asked about or not. */
  standing: string[];
}

/** Weighs words that are to be posted; says nothing where there is no scorer, or a language that it cannot judge. What stood in the former words already was asked about when it was written. Advice and what stands are worked out as they are asked for. */
export function weighWords(
  scorer: Scorer | undefined,
  words: Words,
  former: Words | null = null,
): Judged {
  if (!scorer) return { nudge: null, advice: [], passages: [], standing: [] };
  const found = wordFields.flatMap((field): Found[] => {
    const text = words[field] ?? "";
    if (!/\S/.test(text)) return [];
    const scores = scorer(text);
    return [{ field, text, scores, passages: heaviest(text, scores, former?.[field] ?? "") }];
  });
  const body = found.find(({ field }) => field === "body");
  return {
    nudge: nudgeOf(found.filter(({ passages }) => passages.length > 0)),
    passages: found.flatMap(({ text, passages }) => passages.map((one) => wordsOf(text, one))),
    get advice() {
      return body ? [...advise(body.text, body.scores)] : [];
    },
    get standing() {
      return found.flatMap(({ text, scores }) =>
        insultsOf(scores).map((one) => wordsOf(text, one)),
      );
    },
  };
}

interface Found {
  field: keyof Words;
  text: string;
  scores: Scores;
  /** For which it is asked about. */
  passages: Passage[];
}

function nudgeOf(found: Found[]): Nudge | null {
  const passages = found.flatMap((one) => one.passages);
  const [first] = passages.toSorted((a, b) => b.weight - a.weight);
  if (!first) return null;
  return {
    rule: first.reason,
    count: passages.length,
    excerpts: found.map(({ field, text, passages }) => ({ field, pieces: around(text, passages) })),
  };
}

/** The passages for which a text is asked about, in their order. */
function heaviest(text: string, scores: Scores, former: string): Passage[] {
  if (!scores.judged || scores.insult < NUDGE) return [];
  const insults = insultsOf(scores);
  const most = Math.max(0, ...insults.map(({ weight }) => weight));
  const before = plain(former);
  return insults
    .filter(({ weight }) => weight >= LEAST_SHARE * most)
    .filter((passage) => !before.includes(wordsOf(text, passage)))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_SHOWN)
    .toSorted((a, b) => a.start - b.start);
}

const insultsOf = ({ passages }: Scores) => passages.filter(({ kind }) => kind === "insult");

const wordsOf = (text: string, { start, end }: Passage) => plain(text.slice(start, end));

/** However its lines end and however wide its gaps are. */
const plain = (text: string) => text.replace(/\s+/g, " ").trim();
