/** The words of a text as the index sees them: without case, marks and English endings. */
import { stem } from "./stem.ts";

export interface Word {
  /** Without case and marks. */
  word: string;
  /** Where it stands in the text, in UTF-16 units. */
  from: number;
  to: number;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
/** Marks alone are no word. */
const IS_WORD = /[\p{L}\p{N}]/u;
/** Signs between words need no folding. */
const MAY_HAVE_MARKS = /[^ -~\s\u2000-\u206f]/;

/** A text in small letters without marks on them. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  return MAY_HAVE_MARKS.test(small) ? small.normalize("NFD").replace(/\p{M}+/gu, "") : small;
}

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: typed, index } of text.matchAll(WORD)) {
    const word = fold(typed);
    if (IS_WORD.test(word)) words.push({ word, from: index, to: index + typed.length });
  }
  return words;
}

/** The words of a term without their endings, as they are looked for. */
export const stemsOf = (text: string): string[] => wordsOf(text).map(({ word }) => stem(word));

/** Tells whether a word has a stem, each word taken apart once. Most are told by their first letter, which no ending changes. */
export function stemMatcher(): (word: string, wanted: string) => boolean {
  const known = new Map<string, string>();
  return (word, wanted) => {
    if (word[0] !== wanted[0] || word.length < wanted.length - 1) return false;
    const bare = known.get(word) ?? stem(word);
    known.set(word, bare);
    return bare === wanted;
  };
}
