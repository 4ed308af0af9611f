import { expect, test } from "vitest";
import { titleWords } from "#app/threads/title-words.ts";

const cases: [string, string[]][] = [
  ["What are the licences of these Models?", ["license", "model"]],
  ["ＧＰＴ-４ and policies of boxes", ["gpt", "policy", "box"]],
  ["Bias is a loss; a corpus is not", ["bias", "loss", "corpus"]],
  ["", []],
  ["!!! ??? a I", []],
  ["Weights, weights & WEIGHTS", ["weight"]],
  ["Über offene Gewichte", ["über", "offene", "gewichte"]],
];

test.each(cases)("the words of “%s”", (title, words) => {
  expect(titleWords(title)).toEqual(words);
});

test("a script without spaces has words too", () => {
  expect(titleWords("開源模型的許可證").length).toBeGreaterThan(1);
});

test("twelve words count, however long the title is", () => {
  const title = Array.from({ length: 5_000 }, (_, at) => `word${at}`).join(" ");
  expect(titleWords(title)).toHaveLength(12);
});

test("forty letters of a word count, each of them whole", () => {
  expect(titleWords("x".repeat(300))).toEqual(["x".repeat(40)]);
  const x = "x".repeat(39);
  expect(titleWords(`${x}\u{10330}\u{10330} ${x}\u{13000}`)).toEqual([
    `${x}\u{10330}`,
    `${x}\u{13000}`,
  ]);
  expect(titleWords("\u{10330}".repeat(300)).join("")).not.toMatch(/\p{Surrogate}/u);
});
