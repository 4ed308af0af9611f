import { expect, test } from "vitest";
import {
  accuracyOf,
  type Flagged,
  insultOf,
  isHiddenBeforeReview,
  isSameSide,
} from "#app/ranking/insult.ts";

const open = { own: 0, others: 0, z: null, decided: null } satisfies Flagged;

test.each<[string, Partial<Flagged>, number]>([
  ["the scorer alone lowers nothing", { z: 0.99 }, 0],
  ["thirty flags of the other side alone move nothing", { others: 30 }, 0],
  ["nor do they where the scorer sees no insult", { others: 30, z: 0.59 }, 0],
  ["the author's own side counts a fifth each", { own: 1 }, 0.2],
  ["and two fifths at most before review", { own: 5, others: 5 }, 0.4],
  ["with the scorer's word one flag of the others counts", { others: 1, z: 0.6 }, 0.5],
  ["the others count for two at most", { others: 9, z: 0.6 }, 1 / (1 + Math.exp(-0.7))],
  ["the own side for three", { own: 9, z: 0.6 }, 1 / (1 + Math.exp(-2.9))],
  ["all together", { own: 1, others: 1, z: 0.9 }, 1 / (1 + Math.exp(-2.1))],
  ["upheld is certain, whoever flagged", { decided: "upheld" }, 1],
  ["cleared is nothing, whatever the scorer says", { own: 3, z: 1, decided: "cleared" }, 0],
])("insult of a post: %s", (_, flagged, insult) => {
  expect(insultOf({ ...open, ...flagged })).toBeCloseTo(insult, 12);
});

test.each<[boolean, string, Partial<Flagged> & { flaggers: number }]>([
  [false, "by thirty of the other side", { others: 30, flaggers: 30 }],
  [false, "by one flagger, however sure", { own: 3, others: 2, z: 1, flaggers: 1 }],
  [true, "by both sides", { own: 3, others: 2, flaggers: 5 }],
  [false, "by both sides, too few of one", { own: 2.9, others: 2, flaggers: 5 }],
  [true, "by two with the scorer's clear word", { others: 2, z: 0.9, flaggers: 2 }],
  [false, "by two where the scorer doubts", { others: 2, z: 0.59, flaggers: 2 }],
  [false, "by two where it is not sure enough", { others: 1.2, z: 0.6, flaggers: 2 }],
  [false, "once it was cleared", { own: 3, others: 2, decided: "cleared", flaggers: 5 }],
])("a post is hidden before review (%s) %s", (isHidden, _, flagged) => {
  expect(isHiddenBeforeReview({ ...open, ...flagged })).toBe(isHidden);
});

test.each([
  [0, 0, 1],
  [20, 20, 44 / 24],
  [10, 20, 1],
  [2, 20, 8 / 24],
])("who was right in %d of %d decisions flags with the weight %d", (upheld, decided, weight) => {
  expect(accuracyOf(upheld, decided)).toBeCloseTo(weight, 12);
});

test.each([
  [0.2, 0.9, true],
  [-0.5, -0.2, true],
  [0.19, 0.9, false],
  [-0.5, 0.5, false],
  [0, 0, false],
])("people at %d and %d are clearly of one side: %s", (x, other, isSame) => {
  expect(isSameSide(x, other)).toBe(isSame);
});
