/** Code and formulas of a text, set aside while the rest is changed, and put back as they were. */
import { replaceBetween } from "./between.ts";

export interface Hidden {
  /** The text with a mark in the place of each piece. */
  text: string;
  /** Puts the pieces back; in a quotation each of their lines is quoted. */
  show: (text: string) => string;
}

const fence = /^\s*(`{3,}|~{3,})/;
const opensQuote = /^\s*\[quote\b/i;
const closesQuote = /^\s*\[\/quote\]/i;
const listItem = /^\s*(?:[-+*]|\d{1,9}[.)])\s/;

/** Sets aside what must not be changed. */
export function hideCode(source: string): Hidden {
  let code = 0xe000;
  while (source.includes(String.fromCharCode(code))) code += 1;
  const mark = String.fromCharCode(code);
  const pieces: string[] = [];
  const hide = (piece: string) => `${mark}${pieces.push(piece) - 1}${mark}`;
  const marks = new RegExp(`${mark}(\\d+)${mark}`, "g");
  const restore = (text: string): string =>
    text.replace(marks, (_, index: string) => restore(pieces[Number(index)]!));

  const tagged = replaceBetween(
    hideLines(source.split("\n"), hide),
    /\[code\]/,
    /\[\/code\]/,
    (inner) => hide(asCode(restore(inner))),
  );
  const fenced = replaceBetween(tagged, /<pre\b[^<>]{0,300}>/, /<\/pre\s{0,20}>/, (inner) =>
    hide(asBlock(readEntities(restore(inner).replace(/<\/?code\b[^<>]{0,300}>/gi, "")))),
  );
  const spanned = replaceBetween(hideSpans(fenced, hide), /<code>/, /<\/code>/, (inner) =>
    hide(asSpan(readEntities(inner))),
  );
  const text = spanned
    .replace(/(?<![\\$])\$\$(?!\$)(?:(?!\n[ \t]{0,20}\n)[\s\S])+?\$\$/g, hide)
    .replace(/(?<![\\$\w])\$(?![\s$])(?:\\.|[^$\n\\])*?(?<![\s\\])\$(?![\d$])/g, hide);

  const show = (changed: string) =>
    changed
      .split("\n")
      .map((line) => {
        const quoted = /^(?:> ?)*/.exec(line)![0];
        return restore(line).split("\n").join(`\n${quoted}`);
      })
      .join("\n");
  return { text, show };
}

/** Fenced code, and code that is indented after an empty line. */
function hideLines(lines: string[], hide: (piece: string) => string): string {
  const shown: string[] = [];
  let depth = 0;
  let isBelowList = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const opening = fence.exec(line)?.[1];
    if (opening) {
      const { end, isClosed } = findEnd(lines, at, opening, depth > 0);
      const piece = lines.slice(at, end);
      shown.push(hide((isClosed ? piece : [...piece, opening]).join("\n")));
      at = end - 1;
      continue;
    }
    if (/^(?: {4}|\t)/.test(line) && !isBelowList && !(shown.at(-1) ?? "").trim()) {
      let end = at;
      while (end < lines.length && /^(?: {4}|\t)/.test(lines[end]!)) end += 1;
      shown.push(hide(lines.slice(at, end).join("\n")));
      at = end - 1;
      continue;
    }
    if (opensQuote.test(line)) depth += 1;
    if (closesQuote.test(line)) depth -= 1;
    if (line.trim()) isBelowList = listItem.test(line) || (isBelowList && /^\s/.test(line));
    shown.push(line);
  }
  return shown.join("\n");
}

/** Code between backticks, as many at its end as at its beginning, within one paragraph. */
function hideSpans(text: string, hide: (piece: string) => string): string {
  let paragraph = 0;
  const runs: { at: number; length: number; paragraph: number }[] = [];
  for (const { 0: found, index } of text.matchAll(/`+|\n[ \t]{0,100}(?=\n)/g)) {
    if (found[0] === "\n") paragraph += 1;
    else if (text[index - 1] !== "\\") runs.push({ at: index, length: found.length, paragraph });
  }
  const places = new Map<number, number[]>();
  for (const [index, { length }] of runs.entries()) {
    const same = places.get(length);
    if (same) same.push(index);
    else places.set(length, [index]);
  }
  let written = "";
  let read = 0;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!;
    const same = places.get(run.length)!;
    while (same.length > 0 && same[0]! <= index) same.shift();
    const end = same[0];
    if (end === undefined || runs[end]!.paragraph !== run.paragraph) continue;
    const after = runs[end]!.at + run.length;
    written += text.slice(read, run.at) + hide(text.slice(run.at, after));
    read = after;
    index = end;
  }
  return written + text.slice(read);
}

/** Where fenced code ends; in a quotation it ends with it at the latest. */
function findEnd(lines: string[], from: number, opening: string, isQuoted: boolean) {
  const closing = new RegExp(`^\\s*${opening[0]}{${opening.length},}\\s*$`);
  for (let at = from + 1; at < lines.length; at++) {
    if (closing.test(lines[at]!)) return { end: at + 1, isClosed: true };
    if (isQuoted && closesQuote.test(lines[at]!)) return { end: at, isClosed: false };
  }
  return { end: lines.length, isClosed: true };
}

const asCode = (inner: string) => (inner.includes("\n") ? asBlock(inner) : asSpan(inner));

/** Fenced with more backticks than stand in it. */
function asBlock(inner: string) {
  const ticks = longestRun(inner);
  const marks = "`".repeat(Math.max(3, ticks + 1));
  return `\n${marks}\n${inner.replace(/^\n|\n$/g, "")}\n${marks}\n`;
}

/** Code in a line, between more backticks than stand in it. */
export function asSpan(inner: string) {
  const marks = "`".repeat(longestRun(inner) + 1);
  const space = /^`|`$/.test(inner) ? " " : "";
  return inner.trim() ? marks + space + inner + space + marks : "";
}

/** How many backticks stand in a row at most. */
export const longestRun = (text: string) =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
const readEntities = (text: string) =>
  text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name]!);
