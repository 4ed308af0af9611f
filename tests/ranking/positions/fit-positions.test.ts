import { expect, test } from "vitest";
import type { AgreementVote } from "#app/ranking/positions/agreements.ts";
import { fitPositions } from "#app/ranking/positions/fit-positions.ts";
import { leaningOfPost, middleOf, positionOf } from "#app/ranking/positions/position.ts";
import { drawBy } from "../chances.ts";
import { campVotes, sideOf } from "./camps.ts";

const mixed = (votes: readonly AgreementVote<number>[]) => {
  const draw = drawBy(5);
  return votes
    .map((vote) => ({ vote, at: draw() }))
    .sort((one, other) => one.at - other.at)
    .map(({ vote }) => vote);
};

test("without votes, or with newcomers' alone, nobody has a position", () => {
  expect(fitPositions([])).toMatchObject({ isUsed: false, gain: 0 });
  const ofNew = campVotes().map((vote) => ({ ...vote, counts: false }));
  const { isUsed, x } = fitPositions(ofNew);
  expect(isUsed).toBe(false);
  expect([...x.values()].every((position) => position === 0)).toBe(true);
});

test("two camps are found from agreement alone, and the sum of positions is above nothing", () => {
  const { isUsed, gain, x, raw } = fitPositions(campVotes());
  expect(isUsed).toBe(true);
  expect(gain).toBeGreaterThan(0.05);
  const right = [...x].filter(([, position]) => position > 0.1).map(([person]) => person);
  const left = [...x].filter(([, position]) => position < -0.1).map(([person]) => person);
  expect(new Set(right.map(sideOf)).size).toBe(1);
  expect(new Set(left.map(sideOf)).size).toBe(1);
  expect(right.length + left.length).toBeGreaterThan(50);
  expect([...raw.values()].reduce((sum, position) => sum + position, 0)).toBeGreaterThan(0);
});

test("where there are no camps, positions are not used and everything is 0", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const fit = fitPositions(campVotes({ seed, isSplit: false }));
    expect(fit.gain).toBeLessThan(0.05);
    expect(fit.isUsed).toBe(false);
    for (const values of [fit.raw, fit.x, fit.bias, fit.leaning])
      expect([...values.values()].every((value) => value === 0)).toBe(true);
    expect(fit.votes.size).toBeGreaterThan(0);
  }
});

test("the order of the votes changes nothing at all", () => {
  const votes = campVotes();
  expect(fitPositions(mixed(votes))).toEqual(fitPositions(votes));
});

test("newcomers get a position by the votes of others, and move none", () => {
  const votes = campVotes();
  const fit = fitPositions(votes);
  expect(Math.abs(fit.x.get(1)!)).toBeGreaterThan(0.1);
  const turned = votes.map((vote) =>
    vote.counts ? vote : { ...vote, agree: -vote.agree as -1 | 1 },
  );
  const after = fitPositions(turned);
  // Which side is called right is all that they may have a say in.
  const counting = votes.filter(({ counts }) => counts).map(({ person }) => person);
  const sign = Math.sign(after.x.get(counting[0]!)! * fit.x.get(counting[0]!)!);
  for (const person of counting)
    expect(after.x.get(person)).toBeCloseTo(sign * fit.x.get(person)!, 12);
});

test("from yesterday's positions the same sides keep their names", () => {
  const votes = campVotes();
  const first = fitPositions(votes);
  const turned = new Map([...first.raw].map(([person, raw]) => [person, -raw]));
  const next = fitPositions(votes, first.raw);
  const other = fitPositions(votes, turned);
  for (const [person, x] of first.x) {
    expect(next.x.get(person)).toBeCloseTo(x, 3);
    expect(other.x.get(person)).toBeCloseTo(-x, 3);
  }
});

test("nobody known from yesterday is as no yesterday", () => {
  const votes = campVotes();
  const strangers = new Map([[9_999, 1]]);
  expect(fitPositions(votes, strangers)).toEqual(fitPositions(votes));
});

test("a post's leaning belongs to the raw positions, by the very line that a new vote uses", () => {
  const votes = campVotes();
  const { raw, bias, leaning } = fitPositions(votes);
  for (const [post, found] of leaning) {
    const here = votes.filter((vote) => vote.post === post);
    const counting = here.filter(({ counts }) => counts);
    const middle = middleOf(
      counting.reduce((sum, { agree }) => sum + agree, 0),
      counting.length,
    );
    const pairs = here.map(({ person, agree, counts }) => ({
      ...{ counts, raw: raw.get(person)! },
      rest: agree - middle - bias.get(person)!,
    }));
    expect(leaningOfPost(pairs)).toBeCloseTo(found, 12);
  }
});

test("x is nearer the middle the fewer votes it rests on", () => {
  const { raw, x, votes } = fitPositions(campVotes({ reach: 0.1 }));
  for (const [person, position] of x)
    expect(position).toBe(positionOf(raw.get(person)!, votes.get(person)!));
});

test("ids may be words", () => {
  const votes = campVotes({ people: 9, posts: 9, reach: 1 });
  const named = votes.map((vote) => ({
    ...vote,
    person: `u${vote.person}`,
    post: `p${vote.post}`,
  }));
  const byNumber = fitPositions(votes);
  const byName = fitPositions(named);
  expect(byName.gain).toBe(byNumber.gain);
  for (const [person, x] of byNumber.x) expect(byName.x.get(`u${person}`)).toBe(x);
});
