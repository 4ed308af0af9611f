/** Whether a quotation says what the quoted post says: no quotation puts words into somebody's mouth. */
import { readText } from "../markdown/read-html.ts";

/** What may stand for words left out. */
const elision = /\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\./;
/** What makes a word or a claim; spaces, quotation marks and dots may differ. */
const meaningful = /[\p{L}\p{M}\p{N}\p{Sm}\p{Sc}%]+/gu;

const lettersIn = (text: string) =>
  (text.normalize("NFKC").toLowerCase().match(meaningful) ?? []).join("");

/** What is in a post and not its author's own: what other posts or a model said, and the numbers of footnotes. */
const apart = /^(blockquote\.quotation|details\.ai|sup\.footnote)\b/;

function textOf(html: string) {
  let text = "";
  readText(html, (piece, around) => {
    if (!around.some((each) => apart.test(each))) text += piece;
    return true;
  });
  return text;
}

/** The letters of a post by its HTML, as quotations are compared with them. */
export const lettersOfHtml = (html: string) => lettersIn(textOf(html));

/** The letters of what a post said before, by its Markdown. */
export const lettersOfMarkdown = lettersIn;

/** Whether the words of a quotation, as HTML, stand in one of these texts, given as letters: in their order, with nothing left out but where the quotation says so. */
export function isSaidIn(texts: readonly string[], quotation: string): boolean {
  const parts = textOf(quotation).split(elision).map(lettersIn);
  return texts.some((text) => {
    let from = 0;
    return parts.every((part) => {
      const at = text.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    });
  });
}
