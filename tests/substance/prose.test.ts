import { expect, test } from "vitest";
import { prose } from "#app/substance/prose.ts";
import { sentencesOf } from "#app/substance/tokens.ts";

const left = (markdown: string) => prose(markdown).text.replace(/\s+/g, " ").trim();
const words = (text: string) =>
  sentencesOf(prose(text).text).flatMap((sentence) => sentence.map(({ word }) => word.text));

test.each([
  ["> you people are pathetic\n\nLet's not do that.", "Let's not do that."],
  ["- mine\n- > theirs\n- mine again", "- mine - mine again"],
  ["```ai Some Model\nwhat it wrote\n```\nmine", "mine"],
  ["> [!AI Some Model]\n> what it wrote\n\nmine", "mine"],
  ["    code by its indent\n\nmine", "mine"],
  ["~~~\nnever closed", ""],
  ['see [the paper](https://x.example/a "b")', "see [the paper"],
  ["<blockquote>theirs</blockquote> mine", "\uFFFC mine"],
  ["a `word` of code", "a \uFFFC of code"],
])("quotations, code and what a model wrote do not count: %j", (markdown, counts) => {
  expect(left(markdown)).toBe(counts);
});

test("what counts keeps its place in the text", () => {
  const text = "> quoted\n\nOne `two` three ![four](five.png) six";
  const cut = prose(text);
  expect(cut.text).toHaveLength(text.length);
  for (const word of ["One", "three", "six"])
    expect(cut.text.indexOf(word)).toBe(text.indexOf(word));
});

test("a line below a quotation that lacks its mark counts as its author's answer", () => {
  expect(left("> theirs\nmine")).toBe("mine");
});

test.each([
  ["You D-O-L-T-S", ["you", "dolts"]],
  ["a d u n c e", ["a", "dunce"]],
  ["dunc3", ["dunce"]],
  ["ｄｕｎｃｅ", ["dunce"]],
  ["d\u200bunce", ["dunce"]],
  ["dunсe", ["dunce"]],
  ["d*nce", ["dunce"]],
  ["duuuunce", ["dunce"]],
  ["@ss", ["ass"]],
])("a disguised word is read as it is meant: %s", (text, meant) => {
  expect(words(text)).toEqual(meant);
});

test.each([["Scunthorpe"], ["Dumbo"], ["bass"], ["assets"], ["cockpit"], ["Penistone"]])(
  "a word that only contains a bad one is another word: %s",
  (word) => {
    expect(words(word)).toEqual([word.toLowerCase()]);
  },
);

const mean = {
  "marks of quotation": ">".repeat(1e6),
  "marks of lists": "- ".repeat(5e5),
  backticks: "`` ` ``` ".repeat(1e5),
  links: "[a](".repeat(2.5e5),
  tags: "<blockquote>".repeat(8e4),
  "one word": "a".repeat(1e6),
  letters: "a ".repeat(5e5),
  asterisks: "x*".repeat(5e5),
};
test.each(Object.entries(mean))(
  "a million characters of %s are read in their stride",
  (_, text) => {
    const few = steps(text.slice(0, text.length / 8));
    expect(steps(text)).toBeLessThan(16 * few + 1000);
  },
);

/** Work, not time: how many tokens and cuts come out; that the call returns at all is the other half. */
function steps(text: string): number {
  const cut = prose(text);
  expect(cut.text).toHaveLength(text.length);
  return cut.cuts.length + sentencesOf(cut.text).reduce((sum, one) => sum + one.length, 0);
}
