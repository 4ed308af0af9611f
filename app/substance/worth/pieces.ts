/** A text's sentences as words and marks: what the signals are looked for in. One pass, linear, offsets kept. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Words in lower case with straight apostrophes, and marks as they stand. */
  readonly words: string[];
  /** The same as written. */
  readonly written: string[];
  /** Where each of them begins. */
  readonly offsets: number[];
}

const parts =
  /\n[ \t]*\n|https?:\/\/[^\s)>\]]+|www\.[^\s)>\]]+|[\p{L}\p{M}\p{N}_]+(?:['’.,/-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}_]+)*|[.!?…]+|\n|[,;:()"“”%$€£#@±^=<>*~+–—-]|\p{Extended_Pictographic}/gu;
const short = new Set([
  "e.g",
  "i.e",
  "vs",
  "etc",
  "cf",
  "al",
  "fig",
  "sec",
  "no",
  "approx",
  "mr",
  "mrs",
  "dr",
  "st",
  "p",
  "pp",
  "art",
  "ed",
]);
/** A piece without a full stop ends here, so that no stretch of words is one sentence. */
const longest = 60;

/** Cuts into sentences; lines that begin a list or follow an empty line begin a new one. */
export function cutPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let words: string[] = [];
  let written: string[] = [];
  let offsets: number[] = [];
  let end = 0;
  const close = () => {
    if (words.length > 0) pieces.push({ start: offsets[0]!, end, words, written, offsets });
    words = [];
    written = [];
    offsets = [];
  };
  parts.lastIndex = 0;
  for (let match = parts.exec(text); match; match = parts.exec(text)) {
    const part = match[0];
    const first = part.charCodeAt(0);
    if (first === 10) {
      if (part.length > 1 || /[-*+\d>#]/.test(text[parts.lastIndex] ?? "")) close();
      continue;
    }
    words.push(
      part.length > 64 ? part.slice(0, 64).toLowerCase() : part.toLowerCase().replace("’", "'"),
    );
    written.push(part);
    offsets.push(match.index);
    end = parts.lastIndex;
    if (first === 46 || first === 33 || first === 63 || first === 8230) {
      const before = words[words.length - 2];
      const next = text[parts.lastIndex];
      const isEnd =
        next === undefined ||
        next === " " ||
        next === "\n" ||
        next === '"' ||
        next === "”" ||
        next === ")" ||
        next === "'";
      const lower = /^\s*[a-z]/.test(text.slice(parts.lastIndex, parts.lastIndex + 4));
      if (
        isEnd &&
        !(
          part === "." &&
          lower &&
          before !== undefined &&
          (short.has(before) || before.length === 1)
        )
      )
        close();
    } else if (words.length >= longest) close();
  }
  close();
  return pieces;
}
