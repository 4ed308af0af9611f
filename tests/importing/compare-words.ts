/** How much of what the outer forum showed of a post ours shows: the words of its HTML that stand in ours. */
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

const classesOf = (node: Node) =>
  "attrs" in node
    ? (node.attrs.find((attribute) => attribute.name === "class")?.value ?? "").split(/\s+/)
    : [];

const hasAttribute = (node: Node, name: string) =>
  "attrs" in node && node.attrs.some((attribute) => attribute.name === name);

/** What is not the writer's words: heads of quotations, previews of links, formulas, the captions of enlarged pictures, polls. */
function isAside(node: Node): boolean {
  const classes = classesOf(node);
  const tag = "tagName" in node ? node.tagName : "";
  if (/^(math|svg|script|style)$/.test(tag)) return true;
  // A quotation without a name is the preview of a link within that forum.
  if (tag === "aside" && (classes.includes("onebox") || !hasAttribute(node, "data-username"))) {
    return true;
  }
  return ["title", "math", "inline-onebox", "meta", "poll", "katex"].some(
    (name) => classes.includes(name) && !(name === "title" && tag !== "div"),
  );
}

/** The words of some HTML, in small letters and with plain signs; formulas and previews left out. */
export function wordsOf(html: string): string[] {
  const texts: string[] = [];
  const walk = (nodes: Node[]) => {
    for (const node of nodes) {
      if ("value" in node && node.nodeName === "#text") texts.push(node.value);
      else if ("childNodes" in node && !isAside(node)) {
        texts.push(" ");
        walk(node.childNodes);
        texts.push(" ");
      }
    }
  };
  walk(parseFragment(html).childNodes);
  const text = texts
    .join("")
    .replace(/\$\$[\s\S]+?\$\$|\$[^$\n]+\$/g, " ")
    .normalize("NFKC")
    .toLowerCase();
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The share of words of `theirs` that stand in `ours`, as often as they stand there, and which do not. */
export function compareWords(theirs: string, ours: string): { share: number; lost: string[] } {
  const wanted = wordsOf(theirs);
  const left = new Map<string, number>();
  for (const word of wordsOf(ours)) left.set(word, (left.get(word) ?? 0) + 1);
  const lost: string[] = [];
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    else lost.push(word);
  }
  return { share: wanted.length === 0 ? 1 : 1 - lost.length / wanted.length, lost };
}
