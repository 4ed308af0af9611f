/** The words and signs of a text with their places, and where its sentences begin. */

import { THING } from "./cut.ts";
import { BLANK, DIGIT, INNER, isLetter, isOneLetter, LETTER, sortAt, sorts } from "./letters.ts";
import { isStrong } from "./lexicon/classes.ts";
import { plainOf, undisguise } from "./normalise.ts";
import { type Word, wordOf } from "./word.ts";

export interface Token {
  readonly word: Word;
  /** UTF-16 offsets into the text, end not included. */
  readonly start: number;
  readonly end: number;
}

/** A longer sentence is parted, so that no sentence costs more than its share. */
const LONGEST_SENTENCE = 60;
/** Longer runs of letters hide nothing. */
const LONGEST_DISGUISE = 24;

/** The sentences of a masked text (see `prose`), each as its tokens; never an empty one. */
export function sentencesOf(text: string): Token[][] {
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  const close = () => {
    if (sentence.length > 0) sentences.push(sentence);
    sentence = [];
  };
  const add = (raw: string, kind: Word["kind"], start: number, end: number) => {
    if (sentence.length >= LONGEST_SENTENCE) close();
    sentence.push({ word: wordOf(raw, kind), start, end });
  };
  /** Spaced letters up to here were looked at and mean nothing. */
  let seen = 0;
  for (let at = 0; at < text.length; ) {
    const sort = sortAt(text, at);
    if (sort === BLANK) {
      const from = at;
      let lines = 0;
      while (at < text.length && sortAt(text, at) === BLANK) {
        if (text.charCodeAt(at) === 10) lines++;
        at++;
      }
      if (lines > 1 || (lines === 1 && startsItem(text, at, from))) close();
      continue;
    }
    if (sort === LETTER || sort === DIGIT) {
      const spaced = at < seen ? at : spacedEnd(text, at);
      if (spaced > at) {
        const joined = text.slice(at, spaced).replace(/[^\p{L}\p{N}@$!*]/gu, "");
        const meant = meantBySpaced(joined);
        if (meant) {
          const skipped = at + (joined.length - meant.length) * 2;
          if (skipped > at) add(text[at]!, "word", at, at + 1);
          add(meant, "word", skipped, spaced);
          at = spaced;
          continue;
        }
        seen = spaced;
      }
      const end = wordEnd(text, at);
      const raw = text.slice(at, end);
      add(raw, /^[0-9.,]+$/.test(raw) ? "number" : "word", at, end);
      at = end;
      continue;
    }
    const code = text.charCodeAt(at);
    if ((code === 64 || code === 36) && at + 1 < text.length && sortAt(text, at + 1) === LETTER) {
      const end = wordEnd(text, at + 1);
      const raw = text.slice(at, end);
      const meant = undisguise(plainOf(raw));
      if (meant) add(raw, "word", at, end);
      else if (code === 64) add("@", "mention", at, end);
      else {
        add("$", "sign", at, at + 1);
        at++;
        continue;
      }
      at = end;
      continue;
    }
    let end = at + 1;
    while (end < text.length && text.charCodeAt(end) === code && end - at < 10_000) end++;
    if (code >= 0xd800 && code < 0xdc00 && end === at + 1) end = Math.min(text.length, at + 2);
    const sign = text.slice(at, at + Math.min(end - at, code >= 0xd800 && code < 0xe000 ? 2 : 3));
    add(sign, sign === THING ? "thing" : "sign", at, end);
    at = end;
    if (
      (code === 46 || code === 33 || code === 63 || code === 0x2026) &&
      endsSentence(text, at, sentence)
    )
      close();
  }
  close();
  return sentences;
}

/** A new item, heading or row begins on this line. */
function startsItem(text: string, at: number, from: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 45 || code === 42 || code === 35 || code === 124 || code === 43)
    return sortAt(text, at + 1) === BLANK || code === 35 || code === 124;
  if (sorts[code] === DIGIT) return /^\d{1,3}[.)]\s/.test(text.slice(at, at + 6));
  return from > 0 && /[a-z,]/.test(text[from - 1]!) === false && code >= 65 && code <= 90;
}

const SHORTENED = new Set([
  "e",
  "g",
  "i",
  "vs",
  "etc",
  "mr",
  "mrs",
  "ms",
  "dr",
  "fig",
  "eq",
  "cf",
  "approx",
  "al",
  "prof",
  "st",
  "no",
]);

function endsSentence(text: string, at: number, sentence: readonly Token[]): boolean {
  if (at >= text.length) return true;
  const next = text.charCodeAt(at);
  if (sortAt(text, at) !== BLANK && next !== 34 && next !== 41 && next !== 0x201d && next !== 39)
    return false;
  const last = sentence.at(-2);
  if (text.charCodeAt(at - 1) !== 46 || !last) return true;
  return !(SHORTENED.has(last.word.text) && last.end === at - 1);
}

/** The end of the word that begins there: apostrophes inside it belong to it, disguising signs if a strong word is meant. */
function wordEnd(text: string, start: number): number {
  let at = start;
  let plain = true;
  while (at < text.length) {
    const sort = sortAt(text, at);
    if (sort === LETTER || sort === DIGIT) {
      at++;
      continue;
    }
    const code = text.charCodeAt(at);
    if ((code === 39 || code === 0x2019) && at > start && sortAt(text, at + 1) === LETTER) {
      at++;
      continue;
    }
    if (
      (code === 46 || code === 44) &&
      sorts[text.charCodeAt(at - 1)] === DIGIT &&
      sorts[text.charCodeAt(at + 1)] === DIGIT &&
      plain
    ) {
      at++;
      continue;
    }
    if (sort === INNER && at > start && at - start < LONGEST_DISGUISE && plain) {
      const end = disguiseEnd(text, start, at);
      if (end > at) {
        at = end;
        plain = false;
        continue;
      }
    }
    break;
  }
  return at;
}

/** The end of a disguised word whose first odd sign stands at `sign`, or the same place if none is meant. */
function disguiseEnd(text: string, start: number, sign: number): number {
  if (isStrong(text.slice(start, sign).toLowerCase())) return sign;
  let end = sign;
  while (end < text.length && end - start <= LONGEST_DISGUISE) {
    const sort = sortAt(text, end);
    if (sort !== LETTER && sort !== DIGIT && sort !== INNER) break;
    end++;
  }
  if (end - start > LONGEST_DISGUISE) return sign;
  for (let last = end; last > sign && end - last < 3; last--) {
    const meant = undisguise(plainOf(text.slice(start, last)));
    if (meant) return last;
    if (sortAt(text, last - 1) !== INNER) break;
  }
  return sign;
}

/** The end of letters that stand alone with one and the same sign between them, three at least; else the same place. */
function spacedEnd(text: string, start: number): number {
  const sign = text.charCodeAt(start + 1);
  if (!(sign === 32 || sign === 46 || sign === 45 || sign === 95 || sign === 42 || sign === 47))
    return start;
  if (start > 0 && isLetter(text, start - 1)) return start;
  let at = start;
  while (
    at + 2 < text.length &&
    text.charCodeAt(at + 1) === sign &&
    isOneLetter(text, at + 2) &&
    at - start < 2 * LONGEST_DISGUISE
  )
    at += 2;
  return at - start >= 4 && !isLetter(text, at + 1) ? at + 1 : start;
}

/** The strong word in spaced letters, without an article before it. */
function meantBySpaced(joined: string): string | undefined {
  const small = plainOf(joined);
  for (const from of [0, 1]) {
    const meant = undisguise(small.slice(from));
    if (meant) return meant;
  }
  return undefined;
}
