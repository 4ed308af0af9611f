import { expect, test } from "vitest";
import { isLookedAt, powerBelow, replyScore } from "#app/ranking/reply-score.ts";

test.each([
  [0, 0],
  [1, 1],
  [3, 2],
  [64, 64],
  [100, 64],
])("%d votes count as %d, so that replies move only when a thread has doubled", (votes, power) => {
  expect(powerBelow(votes)).toBe(power);
});

test.each([
  [47.9, 100, true],
  [48, 6, false],
  [48, 5, true],
  [167.9, 0, true],
  [168, 0, false],
])("after %d hours with %d voters a reply is still shown to readers: %s", (hours, voters, is) => {
  expect(isLookedAt(voters, hours)).toBe(is);
});

test("the guaranteed look lifts by hand's figure, less with each voter", () => {
  const young = { substance: 0.5, voters: 0, hours: 1, threadVotes: 100 };
  expect(replyScore(young)).toBeCloseTo(0.5 + 0.4 * Math.sqrt(Math.log(65) / 2), 12);
  expect(replyScore({ ...young, voters: 7 })).toBeCloseTo(0.5 + 0.1 * Math.sqrt(Math.log(65)), 12);
  expect(replyScore({ ...young, threadVotes: 0 })).toBe(0.5);
  expect(replyScore({ ...young, hours: 168 })).toBe(0.5);
});
