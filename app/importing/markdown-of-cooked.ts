/** A post as Discourse lays it out, where its text as it was written is not at hand → the Markdown that it may have been written as. */
import sanitizeHtml, { type IOptions } from "sanitize-html";
import TurndownService from "turndown";
import { blockRules } from "./cooked-blocks.ts";
import { spanRules } from "./cooked-spans.ts";
import { escapeText } from "./escape-text.ts";

/** Elements within one another. */
const DEEPEST = 60;
const MOST_ELEMENTS = 10_000;
/** Spaces in a row: some patterns read each run of them from each of its places. */
const LONGEST_GAP = 300;
const gaps = new RegExp(String.raw`\s{${LONGEST_GAP},}`, "g");

class TooMuch extends Error {}

const cleaning: IOptions = {
  allowedTags: [
    ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "pre", "hr", "br", "div", "aside"],
    ...["ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th"],
    ...["section", "header", "figure", "figcaption", "a", "img", "input", "span", "annotation"],
    ...["strong", "em", "del", "samp", "kbd", "sub", "sup"],
  ],
  allowedAttributes: {
    a: ["class", "href"],
    img: ["class", "src", "alt", "title"],
    aside: ["class", "data-username", "data-post", "data-topic", "data-onebox-src"],
    ...{
      div: ["class"],
      span: ["class"],
      samp: ["class"],
      pre: ["class"],
      section: ["class"],
      hr: ["class"],
    },
    ...{ sup: ["class"], li: ["class", "id"], ol: ["start"], input: ["checked"] },
    ...{ td: ["style"], th: ["style"] },
  },
  parseStyleAttributes: false,
  transformTags: {
    ...{ b: "strong", i: "em", s: "del", strike: "del" },
    // Where its end is missing, code would be opened again in every paragraph that follows.
    code: "samp",
    // Turndown knows these as blocks.
    details: () => ({ tagName: "section", attribs: { class: "fold" } }),
    summary: () => ({ tagName: "header", attribs: {} }),
    iframe: (_, { src = "" }) => linkTo(src),
    div: (tagName, attribs) => {
      const film = attribs["data-video-src"];
      // The lines of a formula stay lines.
      if (attribs.class === "math") return { tagName: "pre", attribs };
      return film ? linkTo(film) : { tagName, attribs };
    },
    span: (tagName, attribs) => {
      const classes = (attribs.class ?? "").split(" ");
      if (!classes.includes("chcklst-box")) return { tagName, attribs };
      return {
        tagName: "input",
        attribs: classes.includes("checked") ? { checked: "checked" } : {},
      };
    },
  },
};

const linkTo = (address: string) => ({
  tagName: "a",
  attribs: { href: address },
  text: address,
});

/** The Markdown of some HTML, still with that forum's tags in brackets; null where it asks for too much. `origin` completes addresses without a host. */
export function markdownOfCooked(cooked: string, origin: string | null): string | null {
  try {
    const turndown = new TurndownService({ hr: "---" });
    turndown.escape = escapeText;
    for (const [index, rule] of [...blockRules(), ...spanRules(origin)].entries()) {
      turndown.addRule(String(index), rule);
    }
    return turndown.turndown(clean(cooked));
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

/** What is known of it, each element ended where it should be, so that whoever reads it builds no more than is there. */
function clean(cooked: string) {
  let depth = 0;
  let count = 0;
  return sanitizeHtml(
    cooked.replace(gaps, (gap) => gap.slice(0, LONGEST_GAP)),
    {
      ...cleaning,
      onOpenTag() {
        depth += 1;
        count += 1;
        if (depth > DEEPEST || count > MOST_ELEMENTS) throw new TooMuch();
      },
      onCloseTag() {
        depth -= 1;
      },
    },
  );
}
