import { expect, test } from "vitest";
import {
  leaningOfPost,
  middleOf,
  positionOf,
  rawOfPerson,
} from "#app/ranking/positions/position.ts";

test.each([
  [1.25, 4, 0.5],
  [-1.25, 12, -0.75],
  [5, 4, 0.5],
  [0.625, 4, 0.25],
  [1, 0, 0],
])("a raw position of %d from %d votes stands at %d", (raw, votes, x) => {
  expect(positionOf(raw, votes)).toBeCloseTo(x, 12);
});

test("a post's middle is pulled to nothing by four votes", () => {
  expect(middleOf(3, 8)).toBe(0.25);
  expect(middleOf(0, 0)).toBe(0);
});

test("a post leans to where those stand who agree with it; newcomers do not count", () => {
  expect(leaningOfPost([])).toBe(0);
  const votes = [
    { counts: true, raw: 1, rest: 0.8 },
    { counts: true, raw: -0.5, rest: -0.4 },
  ];
  expect(leaningOfPost(votes)).toBeCloseTo(1 / 2.75, 12);
  expect(leaningOfPost([...votes, { counts: false, raw: -1, rest: 1 }])).toBeCloseTo(1 / 2.75, 12);
});

test("somebody stands where the posts lean that they agree with", () => {
  expect(rawOfPerson([])).toBe(0);
  const votes = [
    { leaning: 0.5, rest: 1 },
    { leaning: -0.5, rest: -0.5 },
  ];
  expect(rawOfPerson(votes)).toBeCloseTo(0.75 / 2, 12);
});
