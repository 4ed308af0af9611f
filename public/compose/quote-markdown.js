/** What app/references/quote-markdown.ts does for a passage, in the browser; one test holds both to the same answers. */

/** The Markdown that quotes words of a post as they were selected; empty for no words. */
export function quotePassage({ id, author }, passage, isCode) {
  const text = passage.replace(/\r\n?/g, "\n").slice(0, 5_000);
  if (text.trim() === "") return "";
  const lines = (isCode ? asCode(text) : asWords(text)).split("\n");
  const quoted = lines.map((line) => (line === "" ? ">" : `> ${line}`));
  return `> [${author}](/posts/${id}):\n${quoted.join("\n")}\n\n`;
}

function asCode(text) {
  const fence = "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `${fence}\n${text.replace(/^\n+|\s+$/g, "")}\n${fence}`;
}

const asWords = (text) =>
  text
    .trim()
    .split(/\s*\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.split("\n").map(asLine).join("  \n"))
    .join("\n\n");

function asLine(line) {
  return line
    .trim()
    .split(/(\bhttps?:\/\/\S+)/)
    .map((part, place) => (place % 2 === 1 ? part : escapeWords(part)))
    .join("")
    .replace(/^(?:#{1,6}(?=\s|$)|[-+=>])/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

const escapeWords = (text) =>
  text
    .replace(/[\\`*[\]<~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/&(?=#?\w+;)|:(?=[\w+-]+:)/g, "\\$&");
