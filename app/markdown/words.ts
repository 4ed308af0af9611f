/** How much of a post its author wrote. */
import { withoutWays } from "./notes.ts";
import { isIn, readText } from "./read-html.ts";

const apart = new Set([...["blockquote", "details.ai", "pre", "code", "math", "sup.footnote"]]);

/** The number of words in a post's HTML, those in quotations, code, formulas and what a model wrote left out. */
export function countWords(html: string): number {
  let words = "";
  readText(html, (text, around) => {
    if (!isIn(around, apart)) words += text;
    return true;
  });
  return withoutWays(words).match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
