import { expect, test } from "vitest";
import { heatOf, storedKey, threadKey, worthOfThread } from "#app/ranking/thread-key.ts";

const lately = (authors: number[], insults = 0) =>
  authors.map((author, i) => ({ author, insult: i < insults ? 1 : 0 }));

test("many people with something to say, not one with many replies", () => {
  expect(worthOfThread({ opening: 0.5, gains: [] })).toBe(1);
  expect(worthOfThread({ opening: 0.5, gains: [0.25, 0.25, 0.25] })).toBe(2.5);
  expect(worthOfThread({ opening: 0.5, gains: [0.75] })).toBeCloseTo(1 + Math.sqrt(0.75), 12);
  expect(worthOfThread({ opening: 0.5, gains: [100, -1] })).toBe(3);
});

test("heat is insults among the last twenty, and two people who fill them", () => {
  expect(heatOf([])).toBe(0);
  expect(heatOf(lately([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]))).toBe(0);
  expect(heatOf(lately(Array.from({ length: 20 }, (_, i) => i % 2)))).toBe(0.25);
  expect(
    heatOf(
      lately(
        Array.from({ length: 20 }, (_, i) => i % 2),
        4,
      ),
    ),
  ).toBe(0.45);
  expect(heatOf([{ author: 1, insult: 0.5 }])).toBe(0);
});

test("twice the worth is as much as 45,000 seconds of youth, and a quarrel costs twice its heat", () => {
  const parts = { opening: 0.5, gains: [], lately: [], at: 45_000 * 40 };
  expect(threadKey(parts)).toBe(41);
  expect(threadKey({ ...parts, gains: [4, 4] })).toBeCloseTo(40 + Math.log2(6), 12);
  const quarrel = lately(Array.from({ length: 20 }, (_, i) => i % 2));
  expect(threadKey({ ...parts, lately: quarrel })).toBe(40.5);
});

test("the key is stored in whole millionths, what votes add to it in hundredths, and never below nothing", () => {
  const parts = { opening: 0.5, gains: [], lately: [], at: 45_000 * 40 + 9 };
  expect(storedKey(parts)).toBe(41_000_200);
  expect(storedKey({ ...parts, opening: 0.5003 })).toBe(41_000_200);
  expect(storedKey({ ...parts, opening: 0.51 })).toBe(41_010_200);
  const quarrel = lately(Array.from({ length: 20 }, (_, i) => i % 2));
  expect(storedKey({ opening: 0.001, gains: [], lately: quarrel, at: 0 })).toBe(0);
});
