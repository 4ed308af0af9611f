import { describe, expect, test } from "vitest";
import { countAwards } from "#app/standing/awards.ts";
import { BELOW_SECONDS, moveLevel, needsOf, type StandingFacts } from "#app/standing/levels.ts";
import { START } from "../forum.ts";

const DAY = 86_400;
const first: StandingFacts = {
  ...{ days: 7, read: 30, votes: 10, authors: 5 },
  ...{ points: 0, voted: 0, bothSides: 0, insults: 0, flags: { decided: 0, upheld: 0 } },
};
const second = { ...first, days: 30, points: 15, voted: 10, bothSides: 1.01 };
const third = { ...second, days: 60, points: 40, flags: { decided: 16, upheld: 12 } };

const levelOf = (level: number, facts: StandingFacts) =>
  moveLevel({ level, belowSince: null }, facts, START).level;

describe("a level is won when all that it needs is there, and not before", () => {
  test.each<[string, number, Partial<StandingFacts>, number]>([
    ["all of the first", 0, {}, 1],
    ["six days", 0, { days: 6 }, 0],
    ["29 posts read", 0, { read: 29 }, 0],
    ["nine votes", 0, { votes: 9 }, 0],
    ["votes on four authors", 0, { authors: 4 }, 0],
    ["all of the second", 1, second, 2],
    ["all of the second, from the start", 0, second, 2],
    ["all of the second but what makes the first", 0, { ...second, votes: 0 }, 0],
    ["the second for whoever began at the first", 1, { ...second, votes: 0, authors: 0 }, 2],
    ["14.9 points", 1, { ...second, points: 14.9 }, 1],
    ["29 days", 1, { ...second, days: 29 }, 1],
    ["nine posts with votes", 1, { ...second, voted: 9 }, 1],
    ["one post in ten an insult", 1, { ...second, insults: 0.1 }, 1],
    ["no post above the usual on both sides", 1, { ...second, bothSides: 1 }, 1],
    ["all of the third", 2, third, 3],
    ["all of the third, from the start", 0, third, 3],
    ["39.9 points", 2, { ...third, points: 39.9 }, 2],
    ["59 days", 2, { ...third, days: 59 }, 2],
    ["14 decided flags", 2, { ...third, flags: { decided: 14, upheld: 14 } }, 2],
    [
      "flags that were right 11 times in 16",
      2,
      { ...third, flags: { decided: 16, upheld: 11 } },
      2,
    ],
    ["no flags", 2, { ...third, flags: { decided: 0, upheld: 0 } }, 2],
  ])("%s", (_, before, facts, after) => {
    expect(levelOf(before, { ...first, ...facts })).toBe(after);
  });
});

test("a level is lost after thirty days below four fifths of what it needs, one at a time, the first never", () => {
  const little = { ...second, points: 11.9 };
  const at = (level: number, belowSince: number | null, facts: StandingFacts, now = START) =>
    moveLevel({ level, belowSince }, facts, now);
  expect(at(2, null, { ...second, points: 12 })).toEqual({ level: 2, belowSince: null });
  expect(at(2, null, little)).toEqual({ level: 2, belowSince: START });
  expect(at(2, START - BELOW_SECONDS + 1, little)).toEqual({
    ...{ level: 2, belowSince: START - BELOW_SECONDS + 1 },
  });
  expect(at(2, START - BELOW_SECONDS, little)).toEqual({ level: 1, belowSince: null });
  expect(at(2, START - 9 * DAY, { ...second, points: 12 })).toEqual({
    ...{ level: 2, belowSince: null },
  });
  expect(at(3, START - BELOW_SECONDS, first)).toEqual({ level: 2, belowSince: null });
  expect(at(1, null, { ...first, read: 0, votes: 0 })).toEqual({ level: 1, belowSince: null });
  expect(at(2, null, { ...second, insults: 0.13 })).toMatchObject({ belowSince: START });
});

test("what a level needs is told with what is there", () => {
  expect(needsOf(1, { ...first, read: 12 })).toEqual([
    { name: "days", has: 7, bound: 7, isMet: true },
    { name: "read", has: 12, bound: 30, isMet: false },
    { name: "votes", has: 10, bound: 10, isMet: true },
    { name: "authors", has: 5, bound: 5, isMet: true },
  ]);
});

test("changed minds bring the author one and whoever said so a half; trades and floods bring no more", () => {
  const award = (of: "author" | "recorder", other: number, day: number, otherLevel = 1) => ({
    ...{ of, other, otherName: "", otherLevel, at: START + day * DAY },
  });
  const points = (...awards: Parameters<typeof countAwards>[0]) =>
    countAwards(awards).map((counted) => [counted.counting, counted.points]);
  expect(points(award("author", 2, 0), award("recorder", 3, 1))).toEqual([
    ["counted", 1],
    ["counted", 0.5],
  ]);
  expect(points(award("author", 2, 0, 0))).toEqual([["newcomer", 0]]);
  expect(points(award("author", 2, 30), award("author", 2, 29), award("author", 2, 0))).toEqual([
    ["counted", 1],
    ["same-person", 0],
    ["counted", 1],
  ]);
  const said = [0, 1, 2, 30].map((day) => award("recorder", day + 2, day));
  expect(points(...said)).toEqual([
    ["counted", 0.5],
    ["counted", 0.5],
    ["often", 0],
    ["counted", 0.5],
  ]);
});
