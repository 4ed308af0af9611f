import { expect, test } from "vitest";
import { membership, shareOf, voteWeight } from "#app/ranking/vote.ts";

test.each([
  ["a newcomer's vote weighs nothing", 0, 0, 0, 0],
  ["anybody else's weighs one", 1, 0, 0, 1],
  ["the fourth vote for an author within thirty days weighs whole", 1, 3, 0, 1],
  ["the fifth weighs two thirds", 1, 4, 0, 2 / 3],
  ["the thirteenth two elevenths", 2, 12, 0, 2 / 11],
  ["five each way halve it once more", 1, 5, 5, 0.25],
  ["one way alone does not", 1, 5, 4, 0.5],
])("%s", (_, level, praise, returned, weight) => {
  expect(voteWeight(level, praise, returned)).toBeCloseTo(weight, 12);
});

test.each([
  [0, 0.5],
  [0.1, 1 / (1 + Math.exp(-1))],
  [1, 1 / (1 + Math.exp(-10))],
])("somebody at %d belongs to the right by %d, at the mirrored place to the left", (x, right) => {
  expect(membership(x).right).toBeCloseTo(right, 12);
  expect(membership(x).left).toBeCloseTo(1 - right, 12);
  expect(membership(-x).left).toBeCloseTo(right, 12);
});

test("a vote of agreement alone adds half as much as one of worth", () => {
  expect(shareOf({ worth: 1 }, 0.8, 0)).toEqual({ left: 0.4, right: 0.4 });
  expect(shareOf({ worth: 0 }, 0.8, 0)).toEqual({ left: 0.2, right: 0.2 });
});
