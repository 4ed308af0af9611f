import { isIn, readText } from "./read-html.ts";

/** What somebody else said, or what is not read word by word. */
const apart = new Set([
  ...["details.ai", "blockquote", "pre", "code", "math"],
  ...["sup.footnote", "summary"],
]);
const words = /[\p{Letter}\p{Number}]+(?:['’.,-][\p{Letter}\p{Number}]+)*/gu;

/** How many words of a post's HTML are its author's own: without quotations, code, formulas, and answers of a model. */
export function countWords(html: string): number {
  let count = 0;
  readText(html, (text, around) => {
    if (!isIn(around, apart)) count += text.match(words)?.length ?? 0;
    return true;
  });
  return count;
}
