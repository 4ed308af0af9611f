/** The passage of a post that says what was asked for, with the words marked. */
import { withoutTurning } from "../markdown/escape.ts";
import { readText } from "../markdown/read-html.ts";
import type { Term } from "./question.ts";
import { stemMatcher, stemsOf, type Word, wordsOf } from "./words.ts";

export interface Piece {
  text: string;
  isMarked: boolean;
}

/** Characters of a passage, and how many of them stand before the first mark. */
const LENGTH = 280;
const BEFORE = 60;
/** Characters of a post in which a passage is looked for. */
const MOST_READ = 8_000;

/** What is marked in a text, from its start on: whole words, or whole phrases. */
function findMarks(words: readonly Word[], terms: readonly Term[]) {
  const marks: { from: number; to: number; term: number }[] = [];
  const hasStem = stemMatcher();
  for (const [index, term] of terms.entries()) {
    const wanted = stemsOf(term.text);
    if (term.isLeftOut || wanted.length === 0) continue;
    for (let place = 0; place + wanted.length <= words.length; place += 1) {
      if (!wanted.every((stem, step) => hasStem(words[place + step]!.word, stem))) continue;
      const from = words[place]!.from;
      // The next may begin after this one.
      place += wanted.length - 1;
      marks.push({ from, to: words[place]!.to, term: index });
    }
  }
  return marks.sort((one, other) => one.from - other.from || other.to - one.to);
}

type Mark = ReturnType<typeof findMarks>[number];

/** The text between two places in pieces. */
function cutUp(text: string, from: number, to: number, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let done = from;
  const add = (end: number, isMarked: boolean) => {
    if (end > done) pieces.push({ text: text.slice(done, end), isMarked });
    done = Math.max(done, end);
  };
  for (const mark of marks) {
    if (mark.to <= done || mark.from >= to) continue;
    add(mark.from, false);
    add(Math.min(mark.to, to), true);
  }
  add(to, false);
  return pieces;
}

/** A whole text, with the words marked. */
export function markWords(text: string, terms: readonly Term[]): Piece[] {
  const plain = withoutTurning(text);
  return cutUp(plain, 0, plain.length, findMarks(wordsOf(plain), terms));
}

/** Where the passage begins: at the mark after which most different words follow closely. */
function findStart(marks: readonly Mark[]): number {
  let best = { from: 0, count: 0 };
  const near = new Map<number, number>();
  let next = 0;
  for (const [index, { from, term }] of marks.entries()) {
    next = Math.max(next, index);
    for (; next < marks.length && marks[next]!.to <= from + LENGTH - BEFORE; next += 1) {
      near.set(marks[next]!.term, (near.get(marks[next]!.term) ?? 0) + 1);
    }
    if (near.size > best.count) best = { from, count: near.size };
    // One that is longer than a passage was never near.
    if (next === index) continue;
    const left = near.get(term)! - 1;
    if (left > 0) near.set(term, left);
    else near.delete(term);
  }
  return Math.max(0, best.from - BEFORE);
}

/** The passage of a post's HTML that has most of the words; its beginning, where they stand in nothing that is seen. */
export function findPassage(html: string, terms: readonly Term[]): Piece[] {
  let read = "";
  readText(html, (text) => {
    read += text.slice(0, MOST_READ);
    return read.length < MOST_READ;
  });
  const text = withoutTurning(read.slice(0, MOST_READ)).replace(/\s+/g, " ").trim();
  const words = wordsOf(text);
  const marks = findMarks(words, terms);
  const start = findStart(marks);
  // Neither end cuts a word, where words have ends.
  const from = start === 0 ? 0 : nearest(words.find((word) => word.from >= start)?.from, start);
  const room = from + LENGTH;
  const end = words.findLast((word) => word.to <= room)?.to;
  const to = text.length <= room ? text.length : Math.max(nearest(end, room), from);
  const pieces = cutUp(text, from, to, marks);
  if (from > 0) pieces.unshift({ text: "… ", isMarked: false });
  if (to < text.length) pieces.push({ text: " …", isMarked: false });
  return pieces;
}

/** A place, unless it is too far from where it should be. */
const nearest = (place: number | undefined, wished: number) =>
  place !== undefined && Math.abs(place - wished) <= BEFORE / 2 ? place : wished;
