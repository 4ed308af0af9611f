import { expect, test } from "vitest";
import {
  countPosts,
  gainOf,
  standingFromPosts,
  type VotedPost,
} from "#app/ranking/standing-points.ts";

const DAY = 86_400;
const NOW = 20_000 * DAY;
const PRIOR = 0.5;

const post = (given: Partial<VotedPost> = {}): VotedPost => ({
  ...{ substance: 0.75, votes: 6, voters: 6, thread: 1, at: NOW },
  ...given,
});

test.each<[string, Partial<VotedPost>, number]>([
  ["half way from the usual to all", {}, 0.5],
  ["no more than all", { substance: 1 }, 1],
  ["a little less than nothing at worst", { substance: 0.1 }, -0.25],
  ["nothing until five votes count", { votes: 4.9 }, 0],
  ["nothing from fewer than four people", { voters: 3 }, 0],
])("a post gains %s", (_, given, gain) => {
  expect(gainOf(post(given), PRIOR)).toBeCloseTo(gain, 12);
});

test("a post brings ten points at most, half of them after ninety days", () => {
  expect(standingFromPosts([post({ substance: 1 })], PRIOR, NOW)).toBeCloseTo(10, 12);
  const old = post({ substance: 1, at: NOW - 90 * DAY });
  expect(standingFromPosts([old], PRIOR, NOW)).toBeCloseTo(5, 12);
});

test("the best three of a thread count, and the best three of a day", () => {
  const one = (substance: number, thread: number, daysAgo: number) =>
    post({ substance, thread, at: NOW - daysAgo * DAY });
  const days = [0, 1, 2, 3].map((day) => one(0.75, 1, day));
  expect(standingFromPosts(days, PRIOR, NOW)).toBeCloseTo(
    [0, 1, 2].reduce((sum, day) => sum + 5 * 2 ** (-day / 90), 0),
    12,
  );
  const threads = [0.6, 0.7, 0.8, 0.9].map((substance, thread) => one(substance, thread, 0));
  expect(standingFromPosts(threads, PRIOR, NOW)).toBeCloseTo(8 + 6 + 4, 12);
});

test("the order of the posts changes nothing", () => {
  const posts = Array.from({ length: 30 }, (_, i) =>
    post({ substance: 0.3 + (i % 7) / 10, thread: i % 4, at: NOW - (i % 5) * DAY - i }),
  );
  const there = standingFromPosts(posts, PRIOR, NOW);
  expect(standingFromPosts(posts.toReversed(), PRIOR, NOW)).toBeCloseTo(there, 12);
});

test("of each post it is told whether it counts, or why not: too few votes before better ones of its thread or day", () => {
  const post = (substance: number, at: number, thread: string, voters = 9) => ({
    ...{ substance, votes: voters, voters, thread, at },
  });
  const posts = [0.9, 0.8, 0.7, 0.6].map((substance, day) => post(substance, day * 86_400, "one"));
  const same = [0.91, 0.81, 0.71, 0.61].map((substance, at) => post(substance, 9e6, `t${at}`));
  const few = post(0.9, 0, "one", 3);
  const counted = countPosts([...posts, ...same, few], 0.5, 9e6);
  expect(counted.map(({ post, counting }) => [post.substance, counting])).toEqual([
    [0.91, "counted"],
    [0.9, "counted"],
    [0.81, "counted"],
    [0.8, "counted"],
    [0.71, "counted"],
    [0.7, "counted"],
    [0.61, "of-day"],
    [0.6, "of-thread"],
    [0.9, "few-votes"],
  ]);
});
