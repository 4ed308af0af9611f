/** Puts the Markdown of the forum together: the parser, then our own rules, one file each. */
import { Marked, type MarkedExtension } from "marked";
import { ai } from "./ai.ts";
import { beginnings } from "./beginnings.ts";
import { code } from "./code.ts";
import { details } from "./details.ts";
import { footnotes } from "./footnotes.ts";
import { headings } from "./headings.ts";
import { links } from "./links.ts";
import { math } from "./math.ts";
import type { Place } from "./place.ts";
import { quotations } from "./quotations.ts";
import { rawHtml } from "./raw-html.ts";
import { readReferences } from "./read-references.ts";
import { tables } from "./tables.ts";
import { tasks } from "./tasks.ts";
import { texts } from "./texts.ts";
import { BoundedTokenizer } from "./tokenizer.ts";

/** An address means what its character references stand for. */
const addresses: MarkedExtension = {
  walkTokens(token) {
    if (token.type !== "image" && (token.type !== "link" || token.autolink)) return;
    token.href = readReferences(token.href);
    token.title = token.title && readReferences(token.title);
  },
};

/** A byte-order mark before the text is none of it. */
const beginning: MarkedExtension = {
  hooks: { preprocess: (markdown) => markdown.replace(/^\ufeff/, "") },
};

/** The parser alone, as CommonMark and GFM want it; for one text, since it counts. */
export function makeParser(): Marked {
  const marked = new Marked({ gfm: true });
  marked.setOptions({ tokenizer: new BoundedTokenizer() });
  return marked.use(addresses, beginning);
}

/** The parser with the rules of this forum; for the text whose place it is told. Its HTML still has to be cleaned. */
export function makeForumParser(place: Place): Marked {
  return makeParser().use(
    ...[rawHtml, beginnings(), details, headings(), links(place), code(), tables, tasks],
    ...[texts(place), math(place), ai(place), quotations(place), footnotes(place)],
  );
}
