import { expect, test } from "vitest";
import { say } from "#app/strings/say.ts";
import type { Scores } from "#app/substance/scores.ts";
import { adviceNames, advise } from "#app/substance/worth/advice.ts";

const scored = (substance: number): Scores => ({
  insult: 0,
  substance,
  passages: [],
  judged: true,
});

test("a number from nowhere is asked for its source", () => {
  expect(advise("Training it took 4,000 GPUs, and the price rose by 30 %.", scored(0.6))).toContain(
    "source",
  );
});

test("a number with a link, a report or an own measurement is not", () => {
  for (const text of [
    "The price rose by 30 %, see [the filing](https://example.org/filing).",
    "The price rose by 30 %, according to the yearly report.",
    "I measured it and the price rose by 30 %.",
  ])
    expect(advise(text, scored(0.6))).not.toContain("source");
});

test("an answer to a claim is asked to quote it, unless it does", () => {
  expect(advise("Your claim about the cache is off by a page.", scored(0.5))).toContain("quote");
  expect(
    advise("> the cache is empty\n\nYour claim about the cache is off by a page.", scored(0.5)),
  ).not.toContain("quote");
});

test("a bare opinion is asked for a reason", () => {
  expect(advise("The new voting rule is bad for everyone here.", scored(0.3))).toContain("reason");
  expect(
    advise("The new voting rule is bad, because late votes are lost.", scored(0.6)),
  ).not.toContain("reason");
});

test("there are at most two, and none for thanks, strong posts or other languages", () => {
  const text =
    "You said 40 % of them always fail. That is wrong, everyone knows they never do, it is obviously always so.";
  expect(advise(text, scored(0.3)).length).toBeLessThanOrEqual(2);
  expect(advise("Thanks, well said!", scored(0.05))).toEqual([]);
  expect(advise(text, scored(0.9))).toEqual([]);
  expect(advise(text, { ...scored(0.3), judged: false })).toEqual([]);
});

test("every advice has its sentence", () => {
  for (const name of adviceNames) expect(say(`substance.advice.${name}`)).toMatch(/[.?]$/);
});

test("a huge number of digits is advised on at once", () => {
  const started = performance.now();
  advise("1,".repeat(100_000), scored(0.3));
  advise("all the ".repeat(30_000), scored(0.3));
  expect(performance.now() - started).toBeLessThan(2000);
});
