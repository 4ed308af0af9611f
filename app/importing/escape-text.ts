/** Text → Markdown that reads as the text: no sign in it means anything, to us or to what reads the tags of Discourse. */

const always = /[\\`*[\]~$|]/g;
const underscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const tag = /\[(?=\/?(?:quote|details|spoiler|poll|wrap|date|code|url|img)\b)/gi;
const reference = /&(?=#?\w{1,40};)/g;
const mention = /(?<![\p{L}\p{M}\p{N}/.+-])@(?=[\p{L}\p{N}_])/gu;
const emoji = /(?<![\p{L}\p{N}]):(?=[a-z0-9_+-]{1,50}:)/giu;
const address = /\b(https?|ftp):(?=\/\/)/gi;
const host = /\bwww\.(?=\S)/gi;
const beginsItem = /^(\s*)(?=[-+=>]|#{1,6}(?:\s|$))/;
const beginsNumbered = /^(\s*\d{1,9})(?=[.)](?:\s|$))/;

/** The words of one stretch of text, which may begin a line, as Markdown. */
export function escapeText(text: string): string {
  return (
    text
      .replace(reference, "&amp;")
      .replace(tag, "&#91;")
      .replace(always, "\\$&")
      .replace(underscore, "\\_")
      .replace(/</g, "&lt;")
      .replace(mention, "\\@")
      .replace(emoji, "\\:")
      .replace(address, "$1&#58;")
      .replace(host, (found) => `${found.slice(0, -1)}\\.`)
      .replace(beginsItem, "$1\\")
      .replace(beginsNumbered, "$1\\")
      .replace(/!$/, "\\!")
      // What follows may begin with a sign that this would take the meaning from.
      .replace(/\\\\$/, "&#92;")
  );
}
