import { expect, test } from "vitest";
import { chance, median, percentile, ratio, zipf } from "./figures.js";

test("the median of rounds is the middle one, or the mean of the two in the middle", () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, null]);
});

test("a percentile is a time that was measured, which so many do not exceed", () => {
  const hundred = Array.from({ length: 100 }, (_, place) => 100 - place);
  expect([50, 95, 99, 100].map((part) => percentile(hundred, part))).toEqual([50, 95, 99, 100]);
  expect([percentile([7], 1), percentile([7, 8], 99), percentile([], 50)]).toEqual([7, 8, null]);
});

test("what was not measured has no ratio", () => {
  expect([ratio(3, 4), ratio(null, 4), ratio(3, null), ratio(3, 0)]).toEqual([
    0.75,
    null,
    null,
    null,
  ]);
});

test("the second thread is asked for half as often as the first, and the same again with one seed", () => {
  const picks = zipf(100, 20_000, 7);
  const count = (place: number) => picks.filter((pick) => pick === place).length;
  expect(count(0) / count(1)).toBeGreaterThan(1.8);
  expect(count(0) / count(1)).toBeLessThan(2.2);
  expect(Math.max(...picks)).toBeLessThan(100);
  expect(zipf(100, 20_000, 7)).toEqual(picks);
  expect(chance(7)()).not.toBe(chance(8)());
});
