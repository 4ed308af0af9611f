/** How blocks of a post as Discourse laid it out are written: quotations, code, parts that fold, lists, footnotes, tables. */
import type { Rule } from "turndown";
import { longestRun } from "./hide-code.ts";

export const hasClass = (node: Element | null, name: string) =>
  ` ${node?.getAttribute("class") ?? ""} `.includes(` ${name} `);

export const oneLine = (text: string) => text.trim().replace(/\s+/g, " ");

const around = (block: string) => `\n\n${block}\n\n`;

/** Whether an element of that name holds the node, near or far. */
export function isWithin(node: Node, ...names: string[]): boolean {
  for (let outer = node.parentNode; outer; outer = outer.parentNode) {
    if (names.includes(outer.nodeName)) return true;
  }
  return false;
}

/** Quotations in brackets within one another; what is deeper is marked line by line. */
const DEEPEST = 15;

/** A quotation as people write it there, or as lines where brackets would break what holds it. */
export function writeQuotation(
  node: Element,
  named: { name: string; place: string },
  inner: string,
) {
  const { name, place } = named;
  let depth = 0;
  for (let outer = node.parentNode; outer; outer = outer.parentNode) depth += 1;
  if (depth < DEEPEST * 2 && !isWithin(node, "LI", "TABLE")) {
    return around(`[quote${name && `="${name}${place}"`}]\n${inner.trim()}\n[/quote]`);
  }
  const lines = [...(name ? [`**${name}** wrote:`, ""] : []), ...inner.trim().split("\n")];
  return around(lines.map((line) => (line ? `> ${line}` : ">")).join("\n"));
}

const quotation: Rule = {
  filter: "blockquote",
  replacement: (content, node) =>
    hasClass(node.parentElement, "quote")
      ? around(content)
      : writeQuotation(node, { name: "", place: "" }, content),
};

const heading: Rule = {
  filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
  replacement: (content, node) =>
    isWithin(node, "TABLE")
      ? around(content)
      : around(`${"#".repeat(Number(node.nodeName[1]))} ${oneLine(content)}`),
};

const wordless = /^(?:auto|nohighlight|plaintext|text|none)$/;

const code: Rule = {
  filter: "pre",
  replacement: (_, node) => {
    const text = (node.textContent ?? "").replace(/^\n|\n$/g, "");
    const kind = node.getElementsByTagName("samp")[0]?.getAttribute("class") ?? "";
    const language = /\blang(?:uage)?-([\w+#-]{1,30})/.exec(kind)?.[1] ?? "";
    const marks = "`".repeat(Math.max(3, longestRun(text) + 1));
    return around(`${marks}${wordless.test(language) ? "" : language}\n${text}\n${marks}`);
  },
};

/** Lines after the first stand below it. */
function writeItem(mark: string, content: string, indent = " ".repeat(mark.length)) {
  const [first, ...rest] = content.trim().split("\n");
  return [mark + first, ...rest.map((line) => line && indent + line)].join("\n");
}

/** The label of a footnote, from an id or an address such as #footnote-142-1. */
export const noteLabel = (id: string | null | undefined) => /(\d{1,9})$/.exec(id ?? "")?.[1] ?? "";

/** For one text, whose lists and tables are counted. */
export function blockRules(): Rule[] {
  const marks = new WeakMap<Node, { isOther: boolean; next: number }>();
  const summaries = new WeakMap<Node, string>();
  const begun = new WeakSet<Node>();

  function markOf(list: HTMLElement) {
    const start = list.getAttribute("start") ?? "1";
    const before = list.previousElementSibling;
    // Right behind another of its kind it would be read as its end, so they are marked by turns.
    const isOther = before?.nodeName === list.nodeName && marks.get(before)?.isOther === false;
    const known = marks.get(list) ?? {
      isOther,
      next: /^\d{1,8}$/.test(start) ? Number(start) : 1,
    };
    marks.set(list, { ...known, next: known.next + 1 });
    if (list.nodeName !== "OL") return known.isOther ? "* " : "- ";
    return `${known.next}${known.isOther ? ")" : "."} `;
  }

  const list: Rule = {
    filter: ["ul", "ol"],
    replacement: (content, node) => {
      const mayFollow = node.parentNode?.nodeName === "LI" && !node.getAttribute("start");
      return `${mayFollow ? "\n" : "\n\n"}${content.trimEnd()}\n\n`;
    },
  };

  const item: Rule = {
    filter: "li",
    replacement: (content, node) =>
      hasClass(node, "footnote-item")
        ? around(writeItem(`[^${noteLabel(node.id)}]: `, content, "    "))
        : `${writeItem(markOf(node.parentElement!), content)}\n`,
  };

  const summary: Rule = {
    filter: "header",
    replacement: (content, node) => {
      if (node.parentNode) summaries.set(node.parentNode, oneLine(content));
      return "";
    },
  };
  const fold: Rule = {
    filter: (node) => node.nodeName === "SECTION" && hasClass(node, "fold"),
    replacement: (content, node) => {
      const words = summaries.get(node);
      if (isWithin(node, "TABLE")) return around(`${words ?? ""}\n\n${content}`);
      const head = words ? `\n<summary>${words}</summary>` : "";
      return around(`<details>${head}\n\n${content.trim()}\n\n</details>`);
    },
  };

  const cell: Rule = {
    filter: ["td", "th"],
    replacement: (content) => `| ${content.trim().replace(/\s*\n\s*/g, "<br>")} `,
  };
  const row: Rule = {
    filter: "tr",
    replacement: (content, node) => {
      const table = tableOf(node);
      if (begun.has(table)) return `${content}|\n`;
      begun.add(table);
      const cells = [...node.childNodes].filter((one) => /^T[DH]$/.test(one.nodeName));
      const sides = cells.map((one) => `| ${sideOf(one as HTMLElement)} `).join("");
      const isHead = cells.every((one) => one.nodeName === "TH");
      const none = cells.map(() => "|  ").join("");
      return isHead ? `${content}|\n${sides}|\n` : `${none}|\n${sides}|\n${content}|\n`;
    },
  };
  const rows: Rule = { filter: ["thead", "tbody", "tfoot"], replacement: (content) => content };

  return [quotation, heading, code, list, item, summary, fold, cell, row, rows];
}

function tableOf(node: Node): Node {
  let table = node;
  while (table.parentNode && table.nodeName !== "TABLE") table = table.parentNode;
  return table;
}

/** How a column stands, as the cell of its head says. */
function sideOf(cell: HTMLElement) {
  const side = /text-align:\s?(left|center|right)/.exec(cell.getAttribute("style") ?? "")?.[1];
  return { left: ":--", center: ":-:", right: "--:" }[side ?? ""] ?? "---";
}
