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
  ).toBeGreaterThan(0.3);
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

test("any text is scored, and twice the text takes about twice the time", () => {
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
