/** How much of a post its author wrote. */
import { readText } from "./read-html.ts";

const apart = new Set(["blockquote", "pre", "code"]);

/** The number of words in a post's HTML, those in quotations and code left out. */
export function countWords(html: string): number {
  let words = "";
  readText(html, (text, around) => {
    if (!around.some((name) => apart.has(name))) words += text;
    return true;
  });
  return words.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
