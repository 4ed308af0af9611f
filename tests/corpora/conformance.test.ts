import {
  parseFragment,
  type DefaultTreeAdapterTypes as Tree,
  defaultTreeAdapter as tree,
} from "parse5";
import { expect, it } from "vitest";
import { makeParser } from "#app/markdown/parser.ts";
import { describeCorpora, type Row, readCorpora } from "./corpus.ts";

const blocks =
  /^(?:address|blockquote|br|dd|details|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)$/;

/** HTML without the differences that no reader sees: the order of attributes, and spaces at the edge of blocks. */
function normalise(html: string): string {
  return write(parseFragment(html), false)
    .replace(/\s*(<\/?block-[^>]*>)\s*/g, "$1")
    .trim();
}

function write(node: Tree.Node, within: boolean): string {
  if (tree.isTextNode(node)) return within ? node.value : node.value.replace(/\s+/g, " ");
  if (tree.isCommentNode(node)) return `<!--${node.data}-->`;
  const name = node.nodeName;
  const inside =
    "childNodes" in node
      ? node.childNodes.map((child) => write(child, within || name === "pre")).join("")
      : "";
  if (!tree.isElementNode(node)) return inside;
  const attributes = node.attrs.map((each) => ` ${each.name}=${JSON.stringify(each.value)}`).sort();
  const tag = blocks.test(name) ? `block-${name}` : name;
  return `<${tag}${attributes.join("")}>${inside}</${tag}>`;
}

function compare(title: string, rows: Row[]) {
  const judged = rows.filter((row) => !row.expected?.includes("<IGNORE>"));
  const deviations = judged.filter((row) => {
    const html = makeParser().parse(row.input, { async: false });
    return normalise(html) !== normalise(row.expected ?? "");
  });
  const share = (100 * (judged.length - deviations.length)) / judged.length;
  const list = deviations.map((row) => row.id.replace(/^.*?-(?=\w+-\d+$)/, "")).join(", ");
  console.info(
    `${title}: ${share.toFixed(1)} % of ${judged.length}. Otherwise: ${list || "none"}.`,
  );
  return share;
}

describeCorpora("The Markdown parser", () => {
  it("agrees with CommonMark on at least 97 of 100 examples", () => {
    const rows = readCorpora("commonmark-spec", "commonmark-regressions");
    expect(compare("CommonMark", rows)).toBeGreaterThanOrEqual(97);
  });

  it("agrees with GitHub's extensions on at least 85 of 100 examples", () => {
    expect(compare("GFM", readCorpora("gfm-extensions"))).toBeGreaterThanOrEqual(85);
  });
});
