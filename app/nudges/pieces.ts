/** A text cut to its marked passages and what stands around them. */

export interface Piece {
  text: string;
  isMarked: boolean;
}

interface Range {
  start: number;
  end: number;
}

/** Characters shown before and after a passage. */
const AROUND = 160;
/** Characters shown of a passage itself. */
const MOST_MARKED = 600;

/** The passages, marked, with some text around each and "…" where more is left out. Passages that overlap become one. */
export function around(text: string, passages: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string, isMarked = false) => {
    if (piece !== "") pieces.push({ text: piece, isMarked });
  };
  let shown = 0;
  for (const { start, end } of joined(passages)) {
    const from = Math.max(shown, wordAt(text, start - AROUND));
    if (from > shown) add("… ");
    add(text.slice(from, start));
    const last = Math.min(end, wordAt(text, start + MOST_MARKED));
    add(text.slice(start, last), true);
    if (last < end) add(" … ");
    shown = end;
    const rest = Math.min(...passages.map((next) => next.start).filter((at) => at >= end));
    const to = Math.min(wordAt(text, end + AROUND), rest);
    add(text.slice(end, to));
    shown = to;
  }
  if (shown < text.trimEnd().length) add(" …");
  return pieces;
}

/** In order, those that overlap as one. */
function joined(passages: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of passages.toSorted((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/** The nearest place before or at `at` where a word begins, within one word's length; never inside a letter. */
function wordAt(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const near = text.slice(Math.max(0, at - 24), at);
  const space = near.search(/\s\S*$/);
  const cut = space < 0 ? at : at - near.length + space + 1;
  return isInside(text, cut) ? cut - 1 : cut;
}

const isInside = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at));
