/** Whether a quotation says what the quoted post says: no quotation puts words into somebody's mouth. */
import { readText } from "../markdown/read-html.ts";
import { linksOfHtml, linksOfMarkdown } from "./links-of.ts";

/** What a post says, or said before it was edited, as quotations are compared with it. */
export interface Said {
  letters: string;
  /** The words of its links, by where they lead. */
  links: ReadonlyMap<string, string>;
}

/** What may stand for words left out. */
const elision = /\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\./;
/** Fewer words than these between two elisions could be picked together from anywhere. */
const FEWEST_WORDS = 3;
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
/** What makes a word, a claim or its tone; spaces, commas and dots may differ. */
const meaningful =
  /[\p{L}\p{M}\p{N}\p{Sm}\p{Sc}\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}%?!"]+/gu;
/** Quotation marks of every kind; one stroke is an apostrophe where letters stand on both sides. */
const quotationMark =
  /["«»“”„‟‹›「」『』]|(?<![\p{L}\p{N}])['‘’‚‛](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])['‘’](?![\p{L}\p{N}])/gu;
/** How a character is drawn, and the way back from a footnote. */
const look = /\u21a9?[\ufe0e\ufe0f]/g;

function lettersIn(text: string) {
  const plain = text.replace(look, "").normalize("NFKC").replace(quotationMark, '"').toLowerCase();
  return (plain.match(meaningful) ?? []).join("");
}

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

/** What a post says by its HTML. */
export const saidInHtml = (html: string): Said => ({
  letters: lettersIn(textOf(html)),
  links: linksOfHtml(html, lettersIn),
});

/** What a post said before, by its Markdown. */
export const saidInMarkdown = (markdown: string): Said => ({
  letters: lettersIn(markdown.replace(/\]\([^()\n]*\)|!(?=\[)/g, "")),
  links: linksOfMarkdown(markdown, lettersIn),
});

/** Whether the words and links of a quotation, as HTML, stand in one of these texts: in their order, with nothing left out but where the quotation says so, and then a few words at a time. */
export function isSaidIn(texts: readonly Said[], quotation: string): boolean {
  const runs = runsOf(textOf(quotation));
  const linked = [...linksOfHtml(quotation, lettersIn)];
  return texts.some(({ letters, links }) => {
    let from = 0;
    const isSaid = runs.every((run) => {
      const at = letters.indexOf(run, from);
      from = at + run.length;
      return at >= 0;
    });
    return (
      isSaid &&
      linked.every(([target, words]) =>
        words.split(" ").every((each) => links.get(target)?.includes(each)),
      )
    );
  });
}

/** The letters that must stand together: the parts of a quotation between its elisions, short ones with their neighbours, for the quoted post may have dots of its own. */
function runsOf(text: string): string[] {
  const runs: string[] = [];
  let run = "";
  let words = 0;
  for (const part of text.split(elision)) {
    run += lettersIn(part);
    words += part.match(word)?.length ?? 0;
    if (words < FEWEST_WORDS) continue;
    runs.push(run);
    [run, words] = ["", 0];
  }
  if (run !== "") runs.push((runs.pop() ?? "") + run);
  // Whoever quotes may put the words between quotation marks.
  return runs.map((each) => each.replace(/^"+|"+$/g, ""));
}
