import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { NUDGE } from "#app/substance/nudge-threshold.ts";
import { scorer } from "#app/substance/score.server.ts";
import { scoreByCommand } from "#app/substance/score-by-command.server.ts";

const score = scorer()!;
const insult = (text: string) => score(text).insult;

test.each([
  "You are a complete dunce.",
  "Only a coward would hide behind that excuse, and you are one.",
  "The people in that committee are parasites.",
  "You D-O-L-T.",
])("whoever demeans a person or a group is asked: %s", (text) => {
  expect(insult(text)).toBeGreaterThanOrEqual(NUDGE);
});

test.each([
  "The build is broken again and the cache is useless.",
  "I was a dunce: the file was there all along.",
  "Your table is wrong: the second row counts the same users twice.",
  "Thank you for the quick review.",
  "> You are a complete dunce.\n\nPlease leave such words out.",
  "```\nyou are a complete dunce\n```\nis what the old log printed.",
  "I am a gay man and I maintain the parser.",
])("hard words on a thing, on oneself, quoted or in code are no insult: %s", (text) => {
  expect(insult(text)).toBeLessThan(NUDGE);
});

test("the passage is where the insult stands, with its reason", () => {
  const text = "I read the table twice and the sums are right.\n\nYou are a complete dunce.";
  const passages = score(text).passages.filter(({ kind }) => kind === "insult");
  expect(passages).toMatchObject([{ reason: "name" }]);
  const [{ start, end } = { start: 0, end: 0 }] = passages;
  expect(text.slice(start, end)).toBe("You are a complete dunce.");
});

test("an insult in a good argument is still seen", () => {
  const argument =
    "The report counts each request twice, so its total of 40,000 should be 20,000. The log of 3 May shows it. ";
  expect(insult(`${argument}You are a complete dunce.`)).toBeGreaterThanOrEqual(NUDGE);
  expect(insult(argument)).toBeLessThan(NUDGE);
});

test.each([
  "Das ist leider nicht richtig, denn die Zahlen in der Tabelle sind von 2019 und nicht von 2021.",
  "Это неправда, цифры в таблице за другой год.",
])("another language than English is not judged: %s", (text) => {
  expect(score(text).judged).toBe(false);
});

test.each([
  ["nothing", ""],
  ["one endless word", "a".repeat(1e6)],
  ["a million characters", "so it goes, and on. ".repeat(5e4)],
  ["bytes", String.fromCharCode(...Array.from({ length: 4096 }, (_, at) => at % 256))],
  ["halves of pairs", "\ud800 \udc00 you \ud83d"],
])("%s gets a score", (_, text) => {
  const { insult, substance, passages } = score(text);
  for (const value of [insult, substance]) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
  for (const { start, end } of passages) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(text.length);
  }
});

test("rows are answered in order, a broken one with its error", async () => {
  const rows = ['{"id":1,"text":"Thank you."}', "{broken", '{"id":3}', "", '{"id":4,"text":""}'];
  let told = "";
  const output = new Writable({
    write(chunk, _, done) {
      told += chunk;
      done();
    },
  });
  expect(await scoreByCommand(score, Readable.from([`${rows.join("\n")}\n`]), output)).toBe(1);
  const answers = told
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers).toMatchObject([
    { id: 1, passages: [] },
    { error: expect.any(String) },
    { id: 3, error: expect.any(String) },
    { id: 4, insult: 0 },
  ]);
});
