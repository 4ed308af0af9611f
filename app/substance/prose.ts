/** Which characters of a Markdown text its author wrote as prose: what is quoted, code, or another's address is blanked out in place. */
import type { Cut, CutKind } from "./cut.ts";
import { maskInline } from "./mask-inline.ts";

export interface Prose {
  /** As long as the text that was given, so that offsets agree: what does not count is spaces, an inline code or address begins with `\uFFFC`. */
  readonly text: string;
  /** In the order of their beginnings. */
  readonly cuts: readonly Cut[];
}

const FENCE = /^(`{3,}|~{3,})(.*)$/;
const BLOCK_START =
  /^(?:#{1,6}(?:\s|$)|>|(?:[-*_][ \t]*){3,}$|`{3}|~{3}|[-*+][ \t]|\d{1,9}[.)][ \t])/;

interface Line {
  readonly start: number;
  /** Where its own words begin, behind blanks and the marks of lists. */
  readonly body: number;
  readonly end: number;
  readonly indent: number;
  readonly inList: boolean;
}

/** Marks what counts, whatever the text, in time linear in its length. */
export function prose(markdown: string): Prose {
  const cuts: Cut[] = [];
  const paragraphs: { start: number; end: number }[] = [];
  let fence: { mark: string; start: number; kind: CutKind } | undefined;
  let listOpen = false;
  let afterBlank = true;
  const cut = (start: number, end: number, kind: CutKind) => {
    const before = cuts.at(-1);
    if (before && before.kind === kind && before.end >= start - 1 && kind !== "ai")
      cuts[cuts.length - 1] = { start: before.start, end, kind };
    else cuts.push({ start, end, kind });
  };
  for (let start = 0; start < markdown.length; ) {
    const line = readLine(markdown, start);
    start = line.end + 1;
    const body = markdown.slice(line.body, line.end);
    if (fence) {
      if (closes(body.trim(), fence.mark)) {
        cut(fence.start, line.end, fence.kind);
        fence = undefined;
      }
      continue;
    }
    if (body.trim() === "") {
      afterBlank = true;
      paragraphs.push({ start: line.end, end: line.end });
      continue;
    }
    const opening = line.indent < 4 || line.inList || listOpen ? FENCE.exec(body) : null;
    if (body.charCodeAt(0) === 62 && (line.indent < 4 || listOpen)) {
      // A line that goes on without the mark counts as its author's: most who write so forgot the blank line before their answer.
      cut(line.body, line.end, "quotation");
    } else if (opening && !(opening[1]!.startsWith("`") && opening[2]!.includes("`"))) {
      const kind = /^[ \t]*ai(?!\S)/i.test(opening[2]!) ? "ai" : "code";
      fence = { mark: opening[1]!, start: line.body, kind };
    } else if (line.indent >= 4 && afterBlank && !listOpen && !line.inList) {
      cut(line.start, line.end, "code");
      continue;
    } else {
      if (line.inList) listOpen = true;
      else if (line.indent === 0) listOpen = listOpen && !afterBlank;
      const block = line.inList || BLOCK_START.test(body);
      const last = paragraphs.at(-1);
      if (last && last.end === line.start - 1 && last.end > last.start && !block)
        last.end = line.end;
      else paragraphs.push({ start: line.start, end: line.end });
    }
    afterBlank = false;
  }
  if (fence) cut(fence.start, markdown.length, fence.kind);
  return assemble(markdown, paragraphs, cuts);
}

/** Each stretch of prose is masked within; all the rest becomes spaces, with a line's end kept as such. */
function assemble(
  markdown: string,
  paragraphs: readonly { start: number; end: number }[],
  blocks: Cut[],
): Prose {
  const cuts = blocks;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of paragraphs) {
    if (start === end) continue;
    if (start > at) pieces.push(blank(start - at));
    pieces.push(maskInline(markdown.slice(start, end), start, cuts));
    at = end;
  }
  if (markdown.length > at) pieces.push(blank(markdown.length - at));
  cuts.sort((one, other) => one.start - other.start);
  return { text: pieces.join(""), cuts };
}

/** A paragraph ends here: two line ends if there is room for them. */
const blank = (length: number) =>
  length >= 2 ? `\n\n${" ".repeat(length - 2)}` : "\n".repeat(length);

function closes(body: string, mark: string): boolean {
  if (body.length < mark.length) return false;
  for (let at = 0; at < body.length; at++) if (body[at] !== mark[0]) return false;
  return true;
}

function readLine(text: string, start: number): Line {
  const found = text.indexOf("\n", start);
  const end = found < 0 ? text.length : found;
  let at = start;
  let indent = 0;
  let inList = false;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) indent++;
    else if (code === 9) indent += 4;
    else break;
  }
  if (indent < 4)
    for (let mark = listMark(text, at, end); mark > at; mark = listMark(text, at, end)) {
      inList = true;
      at = mark;
    }
  else {
    const mark = listMark(text, at, end);
    if (mark > at) {
      inList = true;
      at = mark;
    }
  }
  return { start, body: at, end, indent, inList };
}

/** Where the words begin behind a mark of a list, or the same place if there is none. */
function listMark(text: string, at: number, end: number): number {
  let mark = at;
  const code = text.charCodeAt(mark);
  if (code === 45 || code === 42 || code === 43) mark++;
  else {
    while (mark < end && mark - at < 9 && isDigit(text.charCodeAt(mark))) mark++;
    if (mark === at) return at;
    const after = text.charCodeAt(mark);
    if (mark >= end || (after !== 46 && after !== 41)) return at;
    mark++;
  }
  if (mark >= end || !isBlank(text.charCodeAt(mark))) return at;
  while (mark < end && isBlank(text.charCodeAt(mark))) mark++;
  return mark;
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isBlank = (code: number) => code === 32 || code === 9;
