/** How the smaller parts of a post as Discourse laid it out are written: names, links, pictures, formulas, and what quotes or previews another page. */
import type { Rule } from "turndown";
import { hasClass, isWithin, noteLabel, oneLine, writeQuotation } from "./cooked-blocks.ts";
import { escapeText } from "./escape-text.ts";
import { asSpan } from "./hide-code.ts";
import { wrap } from "./html-tags.ts";
import { asTarget, complete } from "./pictures.ts";

/** What that forum adds to a text, and nobody wrote. */
const added = [
  ...["quote-controls", "avatar", "anchor", "footnote-backref", "footnotes-sep", "meta"],
  ...["poll-info", "poll-buttons", "hashtag-icon-placeholder", "badge-notification"],
];
const dropped: Rule = {
  filter: (node) =>
    added.some((name) => hasClass(node, name)) ||
    (hasClass(node, "title") && hasClass(node.parentElement, "quote")),
  replacement: () => "",
};

const marks: Record<string, string> = { STRONG: "**", EM: "*", DEL: "~~" };
const stressed: Rule = {
  filter: ["strong", "em", "del"],
  replacement: (content, node) =>
    isWithin(node, node.nodeName) ? content : wrap(content, marks[node.nodeName]!),
};
const kept: Rule = {
  filter: ["kbd", "sub", "sup"],
  replacement: (content, { nodeName }) => {
    const name = nodeName.toLowerCase();
    return content.trim() ? `<${name}>${content}</${name}>` : content;
  },
};
const box: Rule = {
  filter: "input",
  replacement: (_, node) => {
    const gap = node.nextSibling?.textContent?.startsWith(" ") ? "" : " ";
    return `[${node.hasAttribute("checked") ? "x" : " "}]${gap}`;
  },
};

/** In a cell of a table a bar ends the cell, in code too. */
const inCell = (node: Node, text: string) =>
  isWithin(node, "TABLE") ? text.replace(/\|/g, "\\|") : text;

const code: Rule = {
  filter: (node) =>
    node.nodeName === "SAMP" || (node.nodeName === "PRE" && isWithin(node, "TABLE")),
  replacement: (_, node) => inCell(node, asSpan((node.textContent ?? "").replace(/\s+/g, " "))),
};

const formula: Rule = {
  filter: (node) => hasClass(node, "math") || hasClass(node, "katex"),
  replacement: (_, node) => {
    const source = node.getElementsByTagName("annotation")[0] ?? node;
    const tex = (source.textContent ?? "").trim();
    if (!tex || /[$`]/.test(tex)) return escapeText(oneLine(tex));
    const isDisplay = node.nodeName === "PRE" || hasClass(node.parentElement, "katex-display");
    if (isDisplay && !isWithin(node, "TABLE")) return `\n\n$$\n${tex}\n$$\n\n`;
    return inCell(node, `$${oneLine(tex)}$`);
  },
};

const citation: Rule = {
  filter: (node) => hasClass(node, "footnote-ref"),
  replacement: (content, node) => {
    const label = noteLabel(node.getElementsByTagName("a")[0]?.getAttribute("href"));
    // The note of a text that is quoted stands in that text.
    return label && !isWithin(node, "ASIDE") ? `[^${label}]` : content;
  },
};

/** An address in Markdown: nothing in it ends it, or means something else. */
const asAddress = (address: string) =>
  asTarget(address)
    .replace(/[\\`$]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replace(/&(?=#?\w{1,40};)/g, "%26")
    .replace(/(?<![\p{L}\p{M}\p{N}/.+-])@/gu, "%40");

const writeLink = (label: string, address: string) => `[${label}](${asAddress(address)})`;

/** For the texts of the forum at that address, or at none that is known. */
export function spanRules(origin: string | null): Rule[] {
  const addressOf = (node: Element | null | undefined, attribute = "href") => {
    const given = node?.getAttribute(attribute)?.trim() ?? "";
    return /^mailto:\S+$/i.test(given) ? given : complete(given, origin);
  };

  const picture: Rule = {
    filter: "img",
    replacement: (_, node) => {
      const words = oneLine(node.getAttribute("alt") ?? "");
      if (hasClass(node, "emoji")) return node.getAttribute("title") ?? escapeText(words);
      const label = escapeText(words);
      if (isWithin(node, "A")) return label || "picture";
      const address = addressOf(node, "src");
      if (address) return `!${writeLink(label, address)}`;
      return label ? `(picture: ${label})` : "(picture)";
    },
  };

  const link: Rule = {
    filter: "a",
    replacement: (content, node) => {
      const label = oneLine(content);
      const address = addressOf(node);
      if (!label || !address) return content;
      if (hasClass(node, "lightbox")) return `!${writeLink(label, address)}`;
      const isBare =
        /^https?:[^\s<>]+$/i.test(address) && oneLine(node.textContent ?? "") === address;
      return isBare && !isWithin(node, "TABLE")
        ? `<${asAddress(address)}>`
        : writeLink(label, address);
    },
  };
  const mention: Rule = {
    filter: (node) => hasClass(node, "mention") || hasClass(node, "mention-group"),
    replacement: (content, node) =>
      node.nodeName === "A" ? oneLine(node.textContent ?? "") : content,
  };

  /** A quotation of a post; one that names nobody is the preview of a link within that forum. */
  const quotation: Rule = {
    filter: (node) => node.nodeName === "ASIDE" && hasClass(node, "quote"),
    replacement: (content, node) => {
      const number = (name: string) => /^[1-9]\d{0,14}$/.exec(node.getAttribute(name) ?? "")?.[0];
      const name = oneLine((node.getAttribute("data-username") ?? "").replace(/["“”,[\]]/g, ""));
      const [post, topic] = [number("data-post"), number("data-topic")];
      const place = post && topic ? `, post:${post}, topic:${topic}` : "";
      const leading = name ? undefined : node.getElementsByTagName("a")[0];
      return leading ? preview(leading) : writeQuotation(node, { name, place }, content);
    },
  };
  const onebox: Rule = {
    filter: (node) => node.nodeName === "ASIDE" && hasClass(node, "onebox"),
    replacement: (_, node) => {
      const title = node.getElementsByTagName("h3")[0] ?? node.getElementsByTagName("h4")[0];
      return preview(title?.getElementsByTagName("a")[0] ?? node, node);
    },
  };
  function preview(named: Element, box: Element = named): string {
    const words = named === box && box.nodeName === "ASIDE" ? "" : oneLine(named.textContent ?? "");
    const address =
      addressOf(box, "data-onebox-src") ??
      addressOf(named) ??
      addressOf(box.getElementsByTagName("a")[0]);
    if (!address) return `\n\n${escapeText(words)}\n\n`;
    return `\n\n${words ? writeLink(escapeText(words), address) : `<${asAddress(address)}>`}\n\n`;
  }

  return [
    ...[stressed, kept, box, code, formula, citation],
    ...[picture, link, mention, quotation, onebox, dropped],
  ];
}
