/** Where the links of a text lead and what stands on them, so that no quotation links its author's words to elsewhere. */
import { readTarget } from "../markdown/addresses.ts";
import { unescapeHtml } from "../markdown/escape.ts";

type Letters = (text: string) => string;

const tags = /<(\/?)(a|blockquote|details|sup)\b([^>]*)>/g;
/** What holds links that are not the author's own. */
const apart =
  /^(?:blockquote [^>]*class="quotation|details [^>]*class="ai|sup [^>]*class="footnote)\b/;
const inMarkdown = /\[([^[\]]*)\]\(\s*<?([^\s<>()]+)>?(?:\s+["']([^"'\n]*)["'])?\s*\)/g;

/** The letters on the links in a post's HTML, as the cleaner has written it, by where they lead, those of several links to one place with spaces between. Mentions, footnotes and addresses that stand there as what they are do not count. */
export function linksOfHtml(html: string, lettersIn: Letters): Map<string, string> {
  const links = new Map<string, string>();
  const open: boolean[] = [];
  for (const { 0: tag, 1: closing, 2: name, 3: attributes = "", index } of html.matchAll(tags)) {
    if (name !== "a") {
      if (closing) open.pop();
      else open.push(apart.test(name + attributes));
    } else if (!closing && !open.includes(true) && !/ class="mention"/.test(attributes)) {
      const from = index + tag.length;
      const words = unescapeHtml(
        html.slice(from, html.indexOf("</a>", from)).replace(/<[^>]*>/g, ""),
      );
      add(
        links,
        attributeIn(attributes, "href"),
        attributeIn(attributes, "title"),
        words,
        lettersIn,
      );
    }
  }
  return links;
}

/** The same for links in Markdown that are written out where they stand. */
export function linksOfMarkdown(markdown: string, lettersIn: Letters): Map<string, string> {
  const links = new Map<string, string>();
  for (const [, words = "", address = "", title = ""] of markdown.matchAll(inMarkdown)) {
    add(links, readTarget(address)?.href ?? "", title, words, lettersIn);
  }
  return links;
}

const attributeIn = (attributes: string, name: string) =>
  unescapeHtml(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");

function add(
  links: Map<string, string>,
  address: string,
  title: string,
  words: string,
  lettersIn: Letters,
) {
  const target = title ? `${address} ${title}` : address;
  const isItself = lettersIn(bare(address)) === lettersIn(bare(words));
  if (address === "" || address.startsWith("#") || (isItself && !title)) return;
  const letters = lettersIn(words);
  const before = links.get(target);
  links.set(target, before === undefined ? letters : `${before} ${letters}`);
}

/** An address as it may stand in a text: without its scheme, its letters as they are. */
function bare(address: string) {
  const rest = address.trim().replace(/^(?:https?:\/\/|mailto:)/i, "");
  try {
    return decodeURI(rest);
  } catch {
    return rest;
  }
}
