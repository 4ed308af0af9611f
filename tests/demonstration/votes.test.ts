import { expect, test } from "vitest";
import { flatten } from "#app/demonstration/content.ts";
import { votesOn } from "#app/demonstration/votes.ts";
import { week } from "#app/demonstration/week.ts";

const written = week.flatMap((thread) => [
  { ...thread, depth: 0 },
  ...flatten(thread).map(({ post, depth }) => ({ ...post, depth })),
]);
const ballots = written.map((post, index) => votesOn({ ...post, index }));

test("nobody of the demonstration votes on their own post, nor without saying anything", () => {
  for (const [place, votes] of ballots.entries()) {
    for (const { by, minutes, wish } of votes) {
      expect(by).not.toBe(written[place]!.by);
      expect(wish.worth || wish.agree).toBeTruthy();
      expect(wish.reason === null || wish.worth === 1).toBe(true);
      expect(minutes).toBeGreaterThan(0);
    }
    expect(new Set(votes.map(({ by }) => by)).size).toBe(votes.length);
  }
});

test("the demonstration's votes differ: most posts have some, opening posts many, and both sides agree", () => {
  const counts = ballots.map((votes) => votes.length);
  const openings = counts.filter((_, place) => written[place]!.depth === 0);
  expect(openings.filter((count) => count >= 5).length).toBeGreaterThan(openings.length / 2);
  expect(counts.filter((count) => count === 0).length).toBeLessThan(counts.length / 3);
  const agrees = ballots.flat().map(({ wish }) => wish.agree);
  expect(agrees.filter((agree) => agree === 1).length).toBeGreaterThan(50);
  expect(agrees.filter((agree) => agree === -1).length).toBeGreaterThan(50);
});
