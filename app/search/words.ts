/** The words of a text as the index sees them: without case, marks and English endings. */
import { stem } from "./stem.ts";

export interface Word {
  /** Folded, and without its ending. */
  stem: string;
  /** Where it stands in the text, in UTF-16 units. */
  from: number;
  to: number;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const BEYOND_ASCII = /[^ -~\s]/;

/** A text in small letters without marks on them. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  return BEYOND_ASCII.test(small) ? small.normalize("NFD").replace(/\p{M}+/gu, "") : small;
}

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    stem: stem(fold(word)),
    from: index,
    to: index + word.length,
  }));
}
