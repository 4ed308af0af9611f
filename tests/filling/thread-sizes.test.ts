import { expect, test } from "vitest";
import { threadSizes } from "#app/filling/thread-sizes.ts";

test.each([
  [1, 1],
  [10, 10],
  [10, 3],
  [10_000, 625],
  [1_000_000, 62_500],
  [1_000_000, 4],
])("%i posts are all in one of %i threads, and each thread has one", (posts, threads) => {
  const sizes = threadSizes(posts, threads);
  expect(sizes).toHaveLength(threads);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(posts);
  expect(sizes.at(-1)).toBeGreaterThan(0);
});

test("most threads are short, and a few are very long", () => {
  const sizes = threadSizes(1_000_000, 62_500);
  expect(sizes[0]).toBeGreaterThan(5_000);
  expect(sizes[625]).toBeGreaterThan(90);
  expect(sizes[31_250]).toBeLessThan(10);
});
