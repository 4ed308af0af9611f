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
/** Signs between words need no folding. */
const MAY_HAVE_MARKS = /[^ -~\s\u2000-\u206f]/;

/** A text in small letters without marks on them. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  return MAY_HAVE_MARKS.test(small) ? small.normalize("NFD").replace(/\p{M}+/gu, "") : small;
}

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: fold(word),
    from: index,
    to: index + word.length,
  }));
}

/** The words of a term without their endings, as they are looked for. */
export const stemsOf = (text: string): string[] => wordsOf(text).map(({ word }) => stem(word));

/** Whether a word has a stem. Most words are told by their first letter, which no ending changes. */
export const hasStem = (word: string, wanted: string): boolean =>
  word[0] === wanted[0] && word.length >= wanted.length - 1 && stem(word) === wanted;
