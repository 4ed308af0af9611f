/** Takes a passage out of a Markdown text, though it is given as it reads and not as it is written. */
import { sameWords } from "./same-words.ts";

/** What is written and not read: emphasis, escapes, signs of quotations, headings and lists at a line's beginning. */
const unread =
  /\\(?=[!-/:-@[-`{-~])|[*_~]+|^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|[-+*][ \t]+|\d+[.)][ \t]+)+/gm;
/** Where links, code, footnotes and HTML begin and end: cut through, the rest would read otherwise. */
const fragile = /[[\]()`<>]/g;

interface Read {
  letters: string;
  /** Where in the text each of their units begins and ends. */
  places: [begin: number, end: number][];
}

/** From where to where something is taken out of a text, and what stands there then. */
export type Cut = [begin: number, end: number, inPlace: string];

/** Where a passage is to be taken out of a text, in order; null where it is not found, or to cut it out would break what stands around. */
export function findCuts(markdown: string, passage: string, inPlace: string): Cut[] | null {
  const wanted = lettersOf(passage);
  if (wanted === "") return null;
  const { letters, places } = read(markdown);
  const cuts: Cut[] = [];
  for (let found = letters.indexOf(wanted); found >= 0; ) {
    const after = found + wanted.length;
    if (isWithinWord(letters, found) || isWithinWord(letters, after)) {
      found = letters.indexOf(wanted, found + 1);
      continue;
    }
    const [begin] = places[found]!;
    const [, end] = places[after - 1]!;
    const marks = marksLeft(markdown.slice(begin, end));
    if (marks === null) return null;
    // What the passage began and ends just behind it goes with it.
    const isEnded = marks !== "" && markdown.startsWith(marks, end);
    cuts.push(isEnded ? [begin, end + marks.length, inPlace] : [begin, end, inPlace + marks]);
    found = letters.indexOf(wanted, after);
  }
  return cuts.length === 0 ? null : cuts;
}

/** The text after it was cut, in order. */
export function applyCuts(text: string, cuts: readonly Cut[]): string {
  let cut = "";
  let from = 0;
  for (const [begin, end, inPlace] of cuts) {
    cut += text.slice(from, begin) + inPlace;
    from = end;
  }
  return cut + text.slice(from);
}

const lettersOf = (text: string) => sameWords(text).replace(/\s+/g, " ").trim();

/** Of scripts that part words by spaces. */
const ofWords = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]$/u;

/** Whether a word goes on across this place: to cut there would take a part out of another word. */
const isWithinWord = (letters: string, place: number) =>
  ofWords.test(letters[place - 1] ?? "") && ofWords.test(letters[place] ?? "");

/** The text as it is compared, any space as one: how lines are broken says nothing. */
function read(markdown: string): Read {
  const hidden = new Set<number>();
  for (const { index, 0: mark } of markdown.matchAll(unread)) {
    for (let place = index; place < index + mark.length; place++) hidden.add(place);
  }
  let letters = "";
  const places: Read["places"] = [];
  let place = 0;
  for (const letter of markdown) {
    const end = place + letter.length;
    // One may be compared as several.
    const isSpace = /\s/.test(letter);
    const alike = hidden.has(place) || (isSpace && letters.endsWith(" ")) ? "" : likeness(letter);
    letters += alike;
    for (let unit = 0; unit < alike.length; unit++) places.push([place, end]);
    place = end;
  }
  return { letters, places };
}

const likeness = (letter: string) => (/\s/.test(letter) ? " " : lettersOf(letter));

/** Emphasis that the passage begins and does not end, or ends and did not begin, stays; null where something else is cut through. */
function marksLeft(cut: string): string | null {
  const written = cut.replace(/\\./g, "").replace(/(?<=\n)[ \t]*(?:>[ \t]?)+/g, "");
  const signs: string[] = written.match(fragile) ?? [];
  if (signs.includes("`") || !isPaired(signs)) return null;
  const left: string[] = [];
  for (const [mark] of written.matchAll(/\*+|_+|~~/g)) {
    if (left.at(-1) === mark) left.pop();
    else left.push(mark);
  }
  return left.join("");
}

const closes: Record<string, string> = { "]": "[", ")": "(", ">": "<" };

function isPaired(signs: string[]): boolean {
  const open: string[] = [];
  for (const sign of signs) {
    const opened = closes[sign];
    if (!opened) open.push(sign);
    else if (open.pop() !== opened) return false;
  }
  return open.length === 0;
}
