/** The bench of an import is no pass where nothing was imported. */
import { expect, test } from "vitest";
import { faultsOf } from "../bench/import.js";

const good = { code: 0, posts: 20_000, kilobytes: 307_200, steps: Array<number>(9).fill(0.5) };

test("an import that was whole, steady and small is good, and nothing else is", () => {
  expect(faultsOf(good)).toEqual([]);
  for (const [bad, words] of [
    [{ code: 1 }, "ended with 1"],
    [{ code: null }, "ended with null"],
    [{ posts: 19_999 }, "19999 posts of 20000"],
    [{ kilobytes: 307_201 }, "held 307201 KB of 307200"],
    [{ steps: [0.5] }, "Only 1 steps"],
    [{ steps: [...Array<number>(8).fill(0.5), 1.1] }, "slowest step"],
  ] as const) {
    expect(faultsOf({ ...good, ...bad })).toEqual([expect.stringContaining(words)]);
  }
  expect(faultsOf({ code: 1, posts: 0, kilobytes: 90_000, steps: [] })).toHaveLength(3);
});
