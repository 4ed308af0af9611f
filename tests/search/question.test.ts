import { expect, test } from "vitest";
import { LONGEST, readQuestion } from "#app/search/question.ts";
import { readSince } from "#app/search/since.ts";
import { START } from "../forum.ts";

const DAY = 86_400;
const read = (typed: string) => readQuestion(typed, START);
const termsOf = (typed: string) =>
  read(typed).question.terms.map(({ text, isLeftOut }) => (isLeftOut ? `-${text}` : text));

test("words, phrases and what is left out are told apart", () => {
  const cases: [string, string[]][] = [
    ["open weights", ["open", "weights"]],
    ['"open weights" licence', ["open weights", "licence"]],
    ["“open weights”", ["open weights"]],
    ["licence -permissive", ["licence", "-permissive"]],
    ['licence -"open weights"', ["licence", "-open weights"]],
    ["well-known e-mail", ["well-known", "e-mail"]],
    ['"never closed', ["never closed"]],
    ['closed" open', ["closed", " open".trim()]],
    ["https://example.org/a?b=c", ["https://example.org/a?b=c"]],
    ["standby:ada by", ["standby:ada", "by"]],
  ];
  for (const [typed, terms] of cases) expect([typed, termsOf(typed)]).toEqual([typed, terms]);
});

test("names, topics, days and kinds narrow the question, however they are written", () => {
  const { question, problems } = read(
    'licence by:@Ada BY:"Ben" topic:"Open weights" kind:Question kind:question since:2026-01-01 since:1y',
  );
  expect(problems).toEqual([]);
  expect(question).toEqual({
    terms: [{ text: "licence", isLeftOut: false }],
    by: ["Ada", "Ben"],
    topics: ["Open weights"],
    kinds: ["question"],
    since: Date.parse("2026-01-01") / 1000,
  });
});

test("a day is a day of the calendar, or so long ago", () => {
  expect(readSince("2024-02-29", START)).toBe(Date.parse("2024-02-29") / 1000);
  expect(readSince("7d", START)).toBe(START - 7 * DAY);
  expect(readSince("2W", START)).toBe(START - 14 * DAY);
  expect(readSince("3m", START)).toBe(START - 90 * DAY);
  expect(readSince("9999y", START)).toBe(0);
  for (const wrong of [
    "",
    "2023-02-29",
    "2026-13-01",
    "2026-1-1",
    "yesterday",
    "7",
    "d",
    "-7d",
    "7 d",
    "1e3d",
  ]) {
    expect([wrong, readSince(wrong, START)]).toEqual([wrong, null]);
  }
});

test("what has no letters is passed over, and said", () => {
  const { question, notes, problems } = read("licence !!! 🙂 -");
  expect(question.terms).toHaveLength(1);
  expect([notes.map(({ key }) => key), problems]).toEqual([["search.no-words"], []]);
  expect(termsOf('\u0301 model "\u20dd"')).toEqual(["model"]);
  expect(read("\u0301").problems).toEqual([{ key: "search.nothing" }]);
  expect(read("\0\u200b…").problems).toEqual([{ key: "search.nothing" }]);
});

test("no more words are looked for than there is time for, and no longer texts", () => {
  const letters = "a b c d e f g h i j k l m";
  const many = read(letters);
  expect(many.question.terms).toHaveLength(12);
  expect(many.notes.map(({ key }) => key)).toEqual(["search.too-many"]);
  const phrase = read(`first "${"a word ".repeat(20)}" Firsts last`);
  expect(phrase.question.terms.map(({ text }) => text)).toEqual([
    "first",
    "a word a word a word a word a word a",
  ]);
  expect(phrase.notes.map(({ key }) => key)).toEqual(["search.too-many"]);
  expect(termsOf(`${letters.slice(0, 21)} -"of two" end`).slice(10)).toEqual(["k", "end"]);
  expect(termsOf("word ".repeat(50))).toEqual(["word"]);
  expect(read("x".repeat(LONGEST)).problems).toEqual([]);
  for (const text of ["x".repeat(LONGEST + 1), '"'.repeat(10_000), "-by:".repeat(3_000)]) {
    expect(read(text).problems.map(({ key }) => key)).toEqual(["search.too-long"]);
  }
});
