/** A text's sentences as words and marks: what the signals are looked for in. One pass, linear, offsets kept. */
import type { Known, Vocabulary } from "./vocabulary.ts";

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Words and marks. */
  readonly words: readonly Known[];
}

const shortened = new Set(
  "e.g i.e vs etc cf al fig sec no approx mr mrs dr st p pp art ed".split(" "),
);
/** A piece without a full stop ends here, so that no stretch of words is one sentence. */
const longest = 60;

const LETTER = 1;
const JOINING = 2;
const STOP = 3;
const SIGN = 4;
const LINE = 5;
const table = new Uint8Array(128);
for (const [kind, characters] of [
  [JOINING, "'.,/-"],
  [STOP, ".!?"],
  [SIGN, ',;:()"%$#@^=<>*~+-'],
  [LINE, "\n"],
] as const)
  for (const character of characters) table[character.charCodeAt(0)]! ||= kind;
for (let code = 0; code < 128; code++)
  if (/[a-zA-Z0-9_]/.test(String.fromCharCode(code))) table[code] = LETTER;

const isStop = (code: number) => code === 46 || code === 33 || code === 63 || code === 8230;
const joins = (code: number) =>
  code === 39 || code === 46 || code === 44 || code === 47 || code === 45 || code === 8217;

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return code === 46 ? STOP : code === 44 || code === 45 ? SIGN : table[code]!;
  if (code === 8230) return STOP;
  if (code >= 0xd800 && code <= 0xdfff)
    return code < 0xdc00 &&
      /\p{Extended_Pictographic}/u.test(String.fromCodePoint(text.codePointAt(at)!))
      ? SIGN
      : /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at)!))
        ? LETTER
        : 0;
  const character = text[at]!;
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return LETTER;
  return /[“”€£±–—]|\p{Extended_Pictographic}/u.test(character) ? SIGN : 0;
}

const isWordAt = (text: string, at: number) => at < text.length && kindAt(text, at) === LETTER;

/** Cuts into sentences; lines that begin a list or follow an empty line begin a new one. */
export function cutPieces(text: string, vocabulary: Vocabulary): Piece[] {
  vocabulary.begin();
  const pieces: Piece[] = [];
  let words: Known[] = [];
  let start = 0;
  let end = 0;
  const close = () => {
    if (words.length > 0) pieces.push({ start, end, words });
    words = [];
  };
  const add = (from: number, to: number) => {
    if (words.length === 0) start = from;
    words.push(vocabulary.of(text.slice(from, to)));
    end = to;
  };
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    const from = at;
    at++;
    if (kind === LETTER) {
      for (;;) {
        while (isWordAt(text, at)) at++;
        if (!joins(text.charCodeAt(at)) || !isWordAt(text, at + 1)) break;
        at++;
      }
      add(from, at);
      if (words.length >= longest) close();
    } else if (kind === STOP) {
      while (at < text.length && isStop(text.charCodeAt(at))) at++;
      add(from, at);
      if (endsSentence(text, from, at, words)) close();
    } else if (kind === SIGN) {
      if (text.charCodeAt(from) >= 0xd800 && text.charCodeAt(from) < 0xdc00) at++;
      add(from, at);
    } else if (kind === LINE) {
      let lines = 1;
      while (at < text.length && text.charCodeAt(at) <= 32)
        if (text.charCodeAt(at++) === 10) lines++;
      if (lines > 1 || beginsItem(text.charCodeAt(at))) close();
    }
  }
  close();
  return pieces;
}

/** `-`, `*`, `+`, a digit, `>` or `#`. */
const beginsItem = (code: number) =>
  code === 45 ||
  code === 42 ||
  code === 43 ||
  code === 62 ||
  code === 35 ||
  (code >= 48 && code <= 57);

function endsSentence(text: string, from: number, to: number, words: readonly Known[]): boolean {
  const next = text.charCodeAt(to);
  const isEnd =
    to >= text.length || next <= 32 || next === 34 || next === 8221 || next === 41 || next === 39;
  if (!isEnd) return false;
  if (to - from > 1 || text.charCodeAt(from) !== 46) return true;
  let after = to;
  while (after < to + 3 && text.charCodeAt(after) <= 32) after++;
  const code = text.charCodeAt(after);
  const before = words.at(-2)?.text;
  const isLower = code >= 97 && code <= 122;
  return !(isLower && before !== undefined && (shortened.has(before) || before.length === 1));
}
