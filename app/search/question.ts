/** What somebody typed to search for, read: words, "phrases", -words, and by: topic: since: kind:. */
import type { PostKind } from "#db/schema.ts";
import type { Said } from "../strings/say.ts";
import { readSince } from "./since.ts";
import { stemsOf, wordsOf } from "./words.ts";

export type SearchedKind = "thread" | PostKind;
export const searchedKinds: readonly SearchedKind[] = [
  ...(["thread", "reply", "question"] as const),
  ...(["evidence", "correction", "tried"] as const),
];

/** A word, or words that stand next to each other. */
export interface Term {
  /** As it was typed, without quotation marks. */
  text: string;
  isLeftOut: boolean;
}

export interface Question {
  terms: Term[];
  /** Names, any of which may have written it. */
  by: string[];
  /** Names of topics, in any of which it stands. */
  topics: string[];
  kinds: SearchedKind[];
  /** In epoch seconds. */
  since: number | null;
}

export interface Reading {
  question: Question;
  /** What was passed over; the question stands. */
  notes: Said[];
  /** Why it cannot be answered. */
  problems: Said[];
}

/** Longest text that is searched for, in UTF-16 units. */
export const LONGEST = 500;
/** Most words, those of phrases counted one by one: a common one takes as long as twenty rare ones. */
export const MOST_WORDS = 12;
/** Most names after each sign. */
export const MOST_NAMES = 12;

const examples = {
  by: "by:Ada",
  topic: "topic:licences",
  since: "since:2026-11-01",
  kind: "kind:question",
};
type Sign = keyof typeof examples;

const PIECE = /(-+)?(?:(by|topic|since|kind):)?(?:"([^"]*)"?|([^\s"]+))?/giu;

/** Reads what was typed; whatever it is, the answer is a question, or sentences that say why not. `now` in epoch seconds. */
export function readQuestion(typed: string, now: number): Reading {
  const question: Question = { terms: [], by: [], topics: [], kinds: [], since: null };
  if (typed.length > LONGEST) {
    return {
      question,
      notes: [],
      problems: [{ key: "search.too-long", values: { limit: LONGEST } }],
    };
  }
  const notes = new Map<string, Said>();
  const note = (said: Said) => notes.set(said.key, said);
  const problems: Said[] = [];
  const plain = typed.replace(/[“”„‟«»″＂]/gu, '"').replace(/\0/gu, " ");
  for (const [piece, minus, name, phrase, word] of plain.matchAll(PIECE)) {
    const text = (phrase ?? word ?? "").trim();
    if (piece === "") continue;
    if (name) problems.push(...addFilter(question, name.toLowerCase() as Sign, text, minus, now));
    else {
      const key = addTerm(question.terms, text, minus !== undefined);
      if (key) note({ key, values: { limit: MOST_WORDS } });
    }
  }
  if (problems.length === 0) problems.push(...findMissing(question));
  return { question, notes: [...notes.values()], problems };
}

/** Adds what fits of a word or phrase that is not there yet; answers what is to be noted. */
function addTerm(terms: Term[], text: string, isLeftOut: boolean) {
  const words = wordsOf(text);
  if (words.length === 0) return "search.no-words";
  const same = stemsOf(text).join(" ");
  const isThere = (term: Term) =>
    term.isLeftOut === isLeftOut && stemsOf(term.text).join(" ") === same;
  if (terms.some(isThere)) return null;
  const room = MOST_WORDS - terms.flatMap((term) => wordsOf(term.text)).length;
  if (words.length <= room) {
    terms.push({ text, isLeftOut });
    return null;
  }
  // Half of a phrase that is left out would leave out more.
  if (room > 0 && !isLeftOut) terms.push({ text: text.slice(0, words[room - 1]!.to), isLeftOut });
  return "search.too-many";
}

function addFilter(
  question: Question,
  name: Sign,
  value: string,
  minus: string | undefined,
  now: number,
): Said[] {
  if (minus) return [{ key: "search.no-leaving-out", values: { name } }];
  if (value === "") {
    return [{ key: "search.value-missing", values: { name, example: examples[name] } }];
  }
  if (name === "since") {
    const since = readSince(value, now);
    if (since === null) return [{ key: "search.date", values: { value } }];
    question.since = Math.max(since, question.since ?? since);
  } else if (name === "kind") {
    const kind = searchedKinds.find((known) => known === value.toLowerCase());
    if (!kind) return [{ key: "search.kind", values: { value, kinds: searchedKinds.join(", ") } }];
    if (!question.kinds.includes(kind)) question.kinds.push(kind);
  } else {
    const names = name === "by" ? question.by : question.topics;
    if (names.length < MOST_NAMES) names.push(value.replace(/^@/, ""));
  }
  return [];
}

/** A list of everything, or of all but something, is no answer to a search. */
function findMissing({ terms, by, topics, kinds }: Question): Said[] {
  if (terms.some((term) => !term.isLeftOut) || by.length > 0) return [];
  if (topics.length > 0 || kinds.length > 0) return [];
  return [{ key: terms.length > 0 ? "search.only-without" : "search.nothing" }];
}
