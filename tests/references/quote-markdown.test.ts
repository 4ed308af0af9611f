import { expect, test } from "vitest";
import { readText } from "#app/markdown/read-html.ts";
import { toHtml } from "#app/markdown/to-html.ts";
import { quotePassage, quoteWhole } from "#app/references/quote-markdown.ts";
import { saidInHtml } from "#app/references/same-words.ts";
// @ts-expect-error It is plain JavaScript, for the browser.
import { asOfModel, quotePassage as quoteInBrowser } from "../../public/compose/quote.js";

const ada = { id: 12, author: "Ada" };
const known = { people: [], posts: [ada] };

/** The text that a page shows, its lines as they break. */
function shown(markdown: string) {
  let text = "";
  readText(toHtml(markdown, known).replace(/<\/p>\s*/g, "$&<br><br>"), (piece) => {
    text += piece;
    return true;
  });
  return text
    .replace(/[^\S\n]*\n[^\S\n]*/g, "\n")
    .replace(/\n{2,}/g, "\n\n")
    .trim();
}

/** What the page shows of a quotation of these words. */
function quoted(passage: string, isCode = false) {
  const markdown = quotePassage(ada, passage, isCode);
  expect(quoteInBrowser(ada, passage, isCode)).toBe(markdown);
  return shown(markdown).replace(/^Ada:\s*/, "");
}

test("a passage is quoted below the name of its author, with the way back", () => {
  expect(quotePassage(ada, " Two words.\r\n\r\nAnd three more. ")).toBe(
    "> [Ada](/posts/12):\n> Two words.\n>\n> And three more.\n\n",
  );
  expect(quotePassage(ada, " \n ")).toBe("");
});

const passages = [
  "# no heading",
  "1. no list\n- nor here\n+ nor here\n* nor here",
  "2024) a year\n=====\n-----\n***",
  "> what somebody said",
  "2 * 3 * 4 and *stars*, snake_case, _this_ and __that__",
  "`code` and ``` fences\n```\nx\n```",
  "[a link](https://a.example/) ![a picture](x) [^1] [x]: y",
  "<b>no tag</b> &amp; &#42; AT&T a < b > c \\ \\n",
  "~~gone~~ ~gone~ ~~~\nx",
  "| a | b |\n| - | - |\n| 1 | 2 |",
  "a | b\n--- | ---\n1 | 2",
  "    indented\n\ttoo",
  "see https://a.example/a_b_/c*d*?x=1&amp;y=~z~ and 10:30:15 :smile:",
  "@Ben said so",
];

test.each(passages)("%j reads the same where it is quoted", (passage) => {
  const lines = passage.split("\n").map((line) => line.trim());
  expect(quoted(passage)).toBe(lines.join("\n"));
});

test("whatever is selected reads the same where it is quoted", () => {
  const pieces = [
    ..."\\`*_[]()<>~|#+-=!&;:.1a ",
    "a",
    "word",
    "\n",
    "\n\n",
    "é",
    "&lt;",
    "--",
    "**",
  ];
  let seed = 7;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let turn = 0; turn < 800; turn++) {
    const passage = Array.from({ length: 1 + draw(14) }, () => pieces[draw(pieces.length)]).join(
      "",
    );
    if (passage.trim() === "") continue;
    const wanted = passage
      .trim()
      .replace(/[^\S\n]*\n[^\S\n]*/g, "\n")
      .replace(/\n{2,}/g, "\n\n")
      .replace(/[^\S\n]+/g, " ");
    expect(quoted(passage).replace(/[^\S\n]+/g, " "), JSON.stringify(passage)).toBe(wanted);
  }
});

test("a formula is quoted as it was written", () => {
  const passage =
    "with $n=300$ it is below $1/\\sqrt{n_a}$, or $$x \\\\ y$$; *that* costs $5 or $6_000";
  const words = passage.replace("*that*", "\\*that\\*");
  expect(quotePassage(ada, passage)).toBe(`> [Ada](/posts/12):\n> ${words}\n\n`);
  expect(quoteInBrowser(ada, passage)).toBe(quotePassage(ada, passage));
});

test("code keeps its lines, its indentation and its backticks", () => {
  const code = "def f():\n    # *no* emphasis\n\n    return '```'";
  expect(quotePassage(ada, `\n${code}\n`, true)).toBe(
    "> [Ada](/posts/12):\n> ````\n> def f():\n>     # *no* emphasis\n>\n>     return '```'\n> ````\n\n",
  );
  expect(toHtml(quotePassage(ada, code, true), known)).toContain("    return");
  expect(quoteInBrowser(ada, code, true)).toBe(quotePassage(ada, code, true));
});

test("what a model said in a post is quoted from the post as a model's", () => {
  const quotation = asOfModel(quotePassage(ada, "It depends.\n\nIn short, yes."));
  expect(quotation).toBe(
    "> [Ada](/posts/12):\n> > [!AI]\n> > It depends.\n> >\n> > In short, yes.\n\n",
  );
  const said = [saidInHtml(toHtml("> [!AI Tern 3]\n> It depends.\n> In short, yes."))];
  const posts = [{ ...ada, said }];
  expect(toHtml(quotation, { people: [], posts })).toMatch(
    /^<blockquote class="quotation">[\s\S]*<details class="ai"/,
  );
  expect(toHtml(quotePassage(ada, "It depends."), { people: [], posts })).toContain("altered");
});

test("a post quoted whole keeps its Markdown and leaves out what it quotes itself", () => {
  const body = [
    "> [Ben](/posts/3):\n> What Ben said\nthat goes on here\n\nMy *answer*,\non two lines.",
    "```\n> no quotation\n\nbut code\n```",
    "> and more\n- a list ends it",
  ].join("\r\n\r\n");
  expect(quoteWhole(ada, body)).toBe(
    [
      "> [Ada](/posts/12):\n> My *answer*,\n> on two lines.",
      "> ```\n> > no quotation\n>\n> but code\n> ```",
      "> - a list ends it\n\n",
    ].join("\n>\n"),
  );
});

test("of a long post the first paragraphs are quoted, and a sign that it goes on", () => {
  const paragraph = `${"word ".repeat(100)}end.`;
  const long = quoteWhole(ada, Array(9).fill(paragraph).join("\n\n"));
  expect(long).toBe(`> [Ada](/posts/12):\n> ${paragraph}\n>\n> ${paragraph}\n>\n> […]\n\n`);
  const wall = quoteWhole(ada, "word ".repeat(9_000));
  expect(wall.length).toBeLessThan(1_600);
  expect(wall).toMatch(/word\n>\n> \[…\]\n\n$/);
  const code = quoteWhole(ada, `\`\`\`js\n${"const a = 1;\n".repeat(500)}\`\`\``);
  expect(code).toMatch(/const a = 1;\n> ```\n>\n> \[…\]\n\n$/);
});

test("a post of nothing but quotations is quoted as going on", () => {
  expect(quoteWhole(ada, "> All of it.")).toBe("> [Ada](/posts/12):\n> […]\n\n");
});
