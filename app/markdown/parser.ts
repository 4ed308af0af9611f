/** Puts the Markdown of the forum together: the parser, then our own rules, one file each. */
import { Marked } from "marked";
import { code } from "./code.ts";
import { details } from "./details.ts";
import { headings } from "./headings.ts";
import { links } from "./links.ts";
import { rawHtml } from "./raw-html.ts";
import { tables } from "./tables.ts";
import { tasks } from "./tasks.ts";
import { BoundedTokenizer } from "./tokenizer.ts";

/** The parser alone, as CommonMark and GFM want it; for one text, since it counts. */
export function makeParser(): Marked {
  const marked = new Marked({ gfm: true });
  marked.setOptions({ tokenizer: new BoundedTokenizer() });
  return marked;
}

/** The parser with the rules of this forum; for one text. Its HTML still has to be cleaned. */
export function makeForumParser(): Marked {
  return makeParser().use(rawHtml, details, headings(), links(), code(), tables, tasks);
}
