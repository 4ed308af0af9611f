/** Which of the posts that match come first. */
import type { Term } from "./question.ts";
import { stem } from "./stem.ts";
import { fold, wordsOf } from "./words.ts";

/** A post that matches, as far as its place is decided by it. */
export interface Candidate {
  id: number;
  /** Of the thread; opening posts only. */
  title: string | null;
  /** Its Markdown, or the beginning of it. */
  text: string;
  /** The length of all of it. */
  length: number;
  /** What its votes say of it, from 0 to 1: Q. */
  substance: number;
}

export interface Ranked {
  id: number;
  /** A whole number, the higher the better. */
  score: number;
}

/** How quickly more of the same word counts for less, and how much a long post needs more of it: the usual measures of BM25. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
/** What a word in the title is worth, where once in a post of middling length is worth 1. */
const IN_TITLE = 2;
/** What is worth a match that is not seen here: it stands in the part of a long post that is not read. */
const UNSEEN = 0.5;
/** How far substance moves a match, up or down from what one in the middle has: where texts match alike, it decides. */
const BY_SUBSTANCE = 0.25;
/** Scores are kept in whole numbers of this part. */
const UNIT = 1e6;

/** What an ending may add to a stem: approximately, since this only orders what the index has found. */
const ending = (start: string) => (start.length < 4 ? "[a-z]{0,1}" : "[a-z]{0,5}");

function finderOf({ text }: Term): RegExp {
  const words = wordsOf(text).map(({ word }) => {
    const bare = stem(word);
    let shared = 0;
    while (shared < bare.length && bare[shared] === word[shared]) shared += 1;
    const start = word.slice(0, shared);
    return /^[a-z\d]+$/.test(start) ? `\\b${start}${ending(start)}\\b` : start;
  });
  return new RegExp(words.join("[^\\p{L}\\p{N}]{1,20}"), "gu");
}

/** The candidates, the best first, equals newest first as they came: how often the words stand there against its length, more for the title, and somewhat more or less for what votes say of the post. */
export function rank(candidates: readonly Candidate[], terms: readonly Term[]): Ranked[] {
  const finders = terms.filter((term) => !term.isLeftOut).map(finderOf);
  const lengths = candidates.reduce((sum, { length }) => sum + length, 0);
  const average = Math.max(1, lengths / Math.max(1, candidates.length));
  return candidates
    .map(({ id, title, text, length, substance }) => {
      const body = fold(text);
      const head = title === null ? "" : fold(title);
      const share = 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average;
      let score = 0;
      for (const finder of finders) {
        const isInTitle = head !== "" && head.search(finder) >= 0;
        const times = body.match(finder)?.length ?? (isInTitle ? 0 : UNSEEN);
        score += (times * (SATURATION + 1)) / (times + SATURATION * share);
        if (isInTitle) score += IN_TITLE;
      }
      const bySubstance = 1 + BY_SUBSTANCE * (2 * substance - 1);
      return { id, score: Math.round(score * bySubstance * UNIT) };
    })
    .sort((one, other) => other.score - one.score);
}
