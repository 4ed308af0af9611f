import { expect, test } from "vitest";
import { LengthSums } from "#app/ranking/fit/length-sums.ts";
import { lengthEffect, noLengthEffect } from "#app/ranking/substance.ts";
import { dice } from "../../moving/random-rows.ts";

test("posts taken one at a time tell the same effect of length as all at once", () => {
  const draw = dice(5);
  for (const slope of [0.05, -0.05]) {
    const posts = Array.from({ length: 500 }, () => {
      const words = draw(900);
      return { words, bridging: 0.5 + slope * Math.log(1 + words) + draw(100) / 500 };
    });
    const sums = new LengthSums();
    for (const { bridging, words } of posts) sums.add(bridging, words);
    const all = lengthEffect(posts);
    expect(sums.end().slope).toBeCloseTo(all.slope, 10);
    expect(sums.end().middle).toBeCloseTo(all.middle, 10);
    expect(all.slope > 0).toBe(slope > 0);
  }
});

test("fewer than two posts, or posts of one length, tell no effect", () => {
  const sums = new LengthSums();
  expect(sums.end()).toEqual(noLengthEffect);
  sums.add(0.5, 100);
  expect(sums.end()).toEqual(noLengthEffect);
  sums.add(0.9, 100);
  expect(sums.end().slope).toBe(0);
});
