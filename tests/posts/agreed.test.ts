import { expect, test } from "vitest";
import { pickAgreed } from "#app/posts/agreed.ts";
import { worthOf } from "#app/ranking/worth.ts";

/** Found worth reading by so many of each side, of so many who agreed or did not. */
type Votes = [worthLeft: number, onlyLeft: number, worthRight: number, onlyRight: number];

function post([worthLeft, onlyLeft, worthRight, onlyRight]: Votes, prior: number) {
  // One that agrees alone counts half.
  const sums = { worthLeft, worthRight, onlyLeft: onlyLeft / 2, onlyRight: onlyRight / 2 };
  const { left, right } = worthOf(sums, prior);
  return { sums, across: Math.min(left, right), left, right };
}

test.each<[string, Votes, boolean]>([
  ["both sides found it worth reading", [6, 0, 6, 0], true],
  ["one side did, the other only disagrees", [9, 0, 0, 9], false],
  ["hardly anybody of one side voted", [9, 0, 1, 0], false],
  ["few of both sides, and no post has more", [3, 0, 3, 0], true],
  ["many on both sides only agree or disagree", [2, 20, 2, 20], false],
  ["nobody voted", [0, 0, 0, 0], false],
])("a post is named where both sides find it worth more than usual: %s", (_, votes, isNamed) => {
  expect(pickAgreed([post(votes, 0.5)]).length).toBe(isNamed ? 1 : 0);
});

test("that both sides find it worth more than usual is seen without what is usual", () => {
  for (const prior of [0.1, 0.4, 0.75]) {
    for (let turn = 0; turn < 400; turn++) {
      const votes = [7, 5, 3, 11].map((step, place) => 2 + ((turn * step + place) % 9)) as Votes;
      const one = post(votes, prior);
      const isMore = one.left > prior && one.right > prior;
      expect([votes, prior, pickAgreed([one]).length]).toEqual([votes, prior, isMore ? 1 : 0]);
    }
  }
});

test("where some have five votes on either side no others are named, and at most five are", () => {
  const sure = Array.from({ length: 7 }, () => post([6, 0, 7, 0], 0.5));
  const unsure = post([4, 0, 4, 0], 0.5);
  expect(pickAgreed([unsure, ...sure])).toEqual(sure.slice(0, 5));
  expect(pickAgreed(Array(7).fill(unsure))).toHaveLength(5);
});
