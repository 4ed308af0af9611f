import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { say } from "#app/strings/say.ts";
import { prose } from "#app/substance/prose.ts";
import { reasonsOf } from "#app/substance/worth/signals.ts";
import { readWorth } from "#app/substance/worth/weights.ts";
import { worth } from "#app/substance/worth/worth.ts";

const weights = readWorth(readFileSync("app/substance/weights/worth.bin"));
const score = (markdown: string) => worth(prose(markdown), weights);
const substance = (markdown: string) => score(markdown).substance;

test("a short text that tells two things apart has substance; praise, noise and cries have none", () => {
  expect(
    substance("Legal is not the same as fair. A contract can be valid and still one-sided."),
  ).toBeGreaterThan(0.4);
  for (const text of ["Great release, thank you all!", "hahaha", "noooo waaay", "!!!", ""])
    expect(substance(text), text).toBeLessThan(0.25);
});

test("at equal length, what is measured and sourced stands above what is only felt", () => {
  expect(
    substance("I ran both builds ten times; the median fell from 90 ms to 71 ms."),
  ).toBeGreaterThan(substance("I love both builds so much, they are just so nice and so good."));
});

test("quotations and code bring no substance of their own", () => {
  const quoted = "> The median fell from 90 ms to 71 ms, because the index was rebuilt.\n\nlol";
  expect(substance(quoted)).toBeLessThan(0.25);
});

test("each passage is a stretch of the text with a reason that can be said", () => {
  const text =
    "Hello all. According to section 4 the limit is 10 GB, because the header has 32 bits.";
  const { passages } = score(text);
  expect(passages.length).toBeGreaterThan(0);
  for (const { start, end, reason } of passages) {
    expect(text.slice(start, end)).toContain("section 4");
    expect(say(`substance.reason.${reason}` as never)).toMatch(/\.$/);
  }
});

test("every reason that can be shown has its sentence", () => {
  for (const reason of new Set(Object.values(reasonsOf)))
    expect(say(`substance.reason.${reason}` as never), reason).toMatch(/\.$/);
});

test("two hundred empty words raise nothing, whatever stood before them", () => {
  const empty = Array.from({ length: 50 }, () => "so very much indeed").join(" ");
  for (const text of [
    "The quota is 4 GB per host, so the second job is killed.",
    "I like it.",
    "Thanks a lot!",
  ])
    expect(substance(`${text} ${empty}.`) - substance(text), text).toBeLessThan(0.03);
});

test("what is said twice counts once", () => {
  const once = "The quota is 4 GB per host, so the second job is killed.";
  expect(substance(`${once} ${once} ${once}`)).toBeCloseTo(substance(once), 2);
});

test("an insult beside an argument takes nothing from it, and alone gives nothing", () => {
  const argument = "The lock is released before the file is closed, so two writers can meet.";
  const insult = "You are a fool.";
  const both = `${insult} ${argument}`;
  const scored = (text: string, end: number) =>
    worth(prose(text), weights, [{ start: 0, end, weight: 1 }]).substance;
  expect(scored(both, insult.length)).toBeGreaterThan(substance(argument) - 0.05);
  expect(scored(insult, insult.length)).toBeLessThan(0.1);
});

test("any text is scored", () => {
  for (const text of [
    "\u0000",
    "\ud800",
    "a".repeat(1e6),
    "?".repeat(1e5),
    "\n".repeat(1e5),
    "😀".repeat(1e4),
  ])
    expect(substance(text)).toBeGreaterThanOrEqual(0);
});
