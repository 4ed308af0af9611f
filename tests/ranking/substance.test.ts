import { expect, test } from "vitest";
import { lengthEffect, noLengthEffect, substanceOf } from "#app/ranking/substance.ts";

const E = Math.E;

test("what length alone gains is told by the slope over posts with votes", () => {
  // Logarithms of 1 + words: 1, 2, 3.
  const posts = [1, 2, 3].map((power) => ({ words: E ** power - 1, bridging: 0.1 * power }));
  const { slope, middle } = lengthEffect(posts);
  expect(slope).toBeCloseTo(0.1, 12);
  expect(middle).toBeCloseTo(2, 12);
});

test("where shorter posts are worth more, length takes nothing back", () => {
  const posts = [1, 2, 3].map((power) => ({ words: E ** power - 1, bridging: 0.5 - 0.1 * power }));
  expect(lengthEffect(posts).slope).toBe(0);
});

test("one post, or many of one length, tell nothing of length", () => {
  expect(lengthEffect([{ words: 5, bridging: 1 }])).toEqual(noLengthEffect);
  const same = [0.2, 0.9].map((bridging) => ({ words: 5, bridging }));
  expect(lengthEffect(same).slope).toBe(0);
});

const effect = { slope: 0.1, middle: 2 };

test.each<[string, number, number | null, number, number]>([
  ["a post of middling length keeps its worth", 0.6, E ** 2 - 1, 0, 0.6],
  ["a long one loses what length gained", 0.6, E ** 4 - 1, 0, 0.4],
  ["a short one is given it", 0.6, 0, 0, 0.8],
  ["one whose words nobody counted is of usual length", 0.6, null, 0, 0.6],
  ["a certain insult lowers it by four fifths", 0.6, null, 1, 0.12],
  ["a doubtful one by half of that", 0.6, null, 0.5, 0.36],
  ["it is never above one", 0.99, 0, 0, 1],
  ["nor quite nothing", 0.01, E ** 4 - 1, 0, 0.001],
])("%s", (_, bridging, words, insult, substance) => {
  expect(substanceOf(bridging, words, effect, insult)).toBeCloseTo(substance, 12);
});
