import { expect, test } from "vitest";
import { membership, shareOf } from "#app/ranking/vote.ts";
import { counted, noSums, priorOf, type Sums, worthOf } from "#app/ranking/worth.ts";
import { chances } from "./chances.ts";

const sums = (given: Partial<Sums>): Sums => ({ ...noSums(), ...given });

test("without votes a post is worth what is usual in the forum, and that is a half at first", () => {
  expect(priorOf(0, 0)).toBe(0.5);
  expect(priorOf(7, 14)).toBe(0.5);
  const worth = worthOf(noSums(), 0.4);
  expect(worth.votes).toBe(0);
  for (const share of [worth.left, worth.right, worth.bridging, worth.share]) {
    expect(share).toBeCloseTo(0.4, 12);
  }
});

test.each<[string, Partial<Sums>, number, number]>([
  ["votes of worth count whole", { worthLeft: 4, worthRight: 2 }, 4, 2],
  [
    "so does agreement from both sides",
    { worthLeft: 9, worthRight: 9, onlyLeft: 3, onlyRight: 3 },
    12,
    12,
  ],
  [
    "one side's counts three quarters beyond the other's",
    { worthLeft: 9, onlyLeft: 5, onlyRight: 1 },
    10.75,
    1,
  ],
  [
    "and never more than its votes of worth and a vote and a half",
    { onlyLeft: 8, onlyRight: 8 },
    1.5,
    1.5,
  ],
])("what counts: %s", (_, given, left, right) => {
  const found = counted(sums(given));
  expect([found.left, found.right, found.votes]).toEqual([left, right, left + right]);
});

test("praise from one side alone lifts less than half as much as the same from both", () => {
  // By hand: pL = (8 + 0.75) / (8 + 1.5), pR = 0.75 / 1.5, H their harmonic mean.
  const one = worthOf(sums({ worthLeft: 8 }), 0.5);
  expect(one.left).toBeCloseTo(8.75 / 9.5, 12);
  expect(one.right).toBe(0.5);
  expect(one.bridging).toBeCloseTo(35 / 54, 12);
  expect(one.share).toBeCloseTo(9.5 / 11, 12);
  const both = worthOf(sums({ worthLeft: 4, worthRight: 4 }), 0.5);
  expect(both.bridging).toBeCloseTo(4.75 / 5.5, 12);
});

test("where nobody has a side, bridging is the plain share", () => {
  for (const chance of chances(7, 200)) {
    let worthy = 0;
    let only = 0;
    const total = noSums();
    for (const vote of chance.votes(40)) {
      if (vote.worth) worthy++;
      else only += 0.5;
      add(total, vote.worth, 1, 0);
    }
    const worth = worthOf(total, 0.4);
    const votes = worthy + Math.min(only, worthy + 3);
    expect(Math.abs(worth.bridging - (worthy + 1.2) / (votes + 3))).toBeLessThan(1e-9);
    expect(Math.abs(worth.share - worth.bridging)).toBeLessThan(1e-9);
    expect(Math.abs(worth.votes - votes)).toBeLessThan(1e-9);
  }
});

test("sums moved by votes, changes and withdrawals are those of a recount", () => {
  for (const chance of chances(11, 10)) {
    const total = noSums();
    const cast = new Map<number, { worth: 0 | 1; weight: number; x: number }>();
    for (const { person, worth, weight, x, isWithdrawn } of chance.votes(5_000)) {
      const before = cast.get(person);
      if (before) add(total, before.worth, before.weight, before.x, -1);
      cast.delete(person);
      if (isWithdrawn) continue;
      add(total, worth, weight, x);
      cast.set(person, { worth, weight, x });
    }
    const again = noSums();
    for (const { worth, weight, x } of cast.values()) add(again, worth, weight, x);
    for (const name of Object.keys(total) as (keyof Sums)[]) {
      expect(Math.abs(total[name] - again[name])).toBeLessThan(1e-6);
    }
  }
});

test("the two sides may change their names", () => {
  const worth = worthOf({ worthLeft: 5, worthRight: 1, onlyLeft: 2, onlyRight: 3 }, 0.4);
  const mirrored = worthOf({ worthLeft: 1, worthRight: 5, onlyLeft: 3, onlyRight: 2 }, 0.4);
  expect(mirrored.bridging).toBeCloseTo(worth.bridging, 12);
  expect(mirrored).toMatchObject({ left: worth.right, right: worth.left });
  expect(membership(0.3).left).toBeCloseTo(membership(-0.3).right, 12);
});

function add(sums: Sums, worth: 0 | 1, weight: number, x: number, sign = 1) {
  const { left, right } = shareOf({ worth }, weight, x);
  const kind = worth ? "worth" : "only";
  sums[`${kind}Left`] += sign * left;
  sums[`${kind}Right`] += sign * right;
}
