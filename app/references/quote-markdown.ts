/** Words of a post → the Markdown that quotes them. public/compose/quote.js does the same for a passage in the browser; one test holds both to the same answers. */

export interface Quoted {
  id: number;
  author: string;
}

/** Most characters of a post that is quoted whole. */
const MOST_LETTERS = 1_500;
/** Most characters of a passage. */
const MOST_OF_PASSAGE = 5_000;
const ELISION = "[…]";

/** A quotation of words as they were selected, so that they read the same again; empty for no words. */
export function quotePassage(quoted: Quoted, passage: string, isCode = false): string {
  const text = passage.replace(/\r\n?/g, "\n").slice(0, MOST_OF_PASSAGE);
  if (text.trim() === "") return "";
  return quotation(quoted, isCode ? asCode(text) : asWords(text));
}

/** A quotation of a post's whole Markdown, or of its first paragraphs where it is long; what it quotes itself is left out. */
export function quoteWhole(quoted: Quoted, body: string): string {
  const blocks = blocksOf(withoutQuotations(body.replace(/\r\n?/g, "\n")));
  return quotation(quoted, shorten(blocks).join("\n\n"));
}

function quotation({ id, author }: Quoted, markdown: string) {
  const lines = markdown.split("\n").map((line) => (line === "" ? ">" : `> ${line}`));
  return `> [${author}](/posts/${id}):\n${lines.join("\n")}\n\n`;
}

function asCode(text: string) {
  const fence = "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `${fence}\n${text.replace(/^\n+|\s+$/g, "")}\n${fence}`;
}

const asWords = (text: string) =>
  text
    .trim()
    .split(/\s*\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.split("\n").map(asLine).join("  \n"))
    .join("\n\n");

/** One line in which no character means anything but itself; addresses and formulas stay whole. */
function asLine(line: string) {
  const words = line
    .trim()
    .split(/(\bhttps?:\/\/\S+|\$\$[^$]*\$\$|\$(?!\s)[^$]*[\\^_{][^$]*(?<!\s)\$(?!\d))/);
  return words
    .map((part, place) => (place % 2 === 1 ? part : escapeWords(part)))
    .join("")
    .replace(/^(?:#{1,6}(?=\s|$)|[-+=>])/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

const escapeWords = (text: string) =>
  text
    .replace(/[\\`*[\]<~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/&(?=#?\w+;)|:(?=[\w+-]+:)/g, "\\$&");

/** The lines of a text that no quotation holds, nor goes on into. */
function withoutQuotations(markdown: string): string[] {
  const kept: string[] = [];
  let fence = "";
  let isQuoted = false;
  for (const line of markdown.split("\n")) {
    const opened = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== "") {
      if (opened?.startsWith(fence)) fence = "";
    } else if (/^ {0,3}>/.test(line)) {
      isQuoted = true;
      continue;
    } else {
      const begins = line.trim() === "" || opened || /^ {0,3}(?:[-+*]|\d+[.)]|#{1,6})\s/.test(line);
      if (isQuoted && !begins) continue;
      isQuoted = false;
      fence = opened ?? "";
    }
    kept.push(line);
  }
  return kept;
}

/** Paragraphs, lists, code: whatever blank lines part, but for those in code. */
function blocksOf(lines: string[]): string[] {
  const blocks: string[][] = [[]];
  let fence = "";
  for (const line of lines) {
    const opened = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === "") fence = opened ?? "";
    else if (opened?.startsWith(fence)) fence = "";
    if (fence === "" && line.trim() === "") blocks.push([]);
    else blocks.at(-1)!.push(line);
  }
  return blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
}

function shorten(blocks: string[]): string[] {
  const kept: string[] = [];
  let room = MOST_LETTERS;
  for (const block of blocks) {
    if (block.length > room) return [...kept, ...(kept.length > 0 ? [] : [cut(block)]), ELISION];
    kept.push(block);
    room -= block.length;
  }
  return kept.length > 0 ? kept : [ELISION];
}

/** The beginning of a block that is too long, to the end of a word; of code, to the end of a line. */
function cut(block: string) {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(block)?.[1];
  const room = block.slice(0, MOST_LETTERS).replace(/[\ud800-\udbff]$/, "");
  const end = fence ? room.lastIndexOf("\n") : room.search(/\s\S*$/);
  const kept = end > 0 ? room.slice(0, end) : room;
  return fence ? `${kept}\n${fence}` : kept;
}
