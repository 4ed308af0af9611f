import { expect, test } from "vitest";
import { pageBefore } from "#app/votes/page-before.ts";

const origin = "https://forum.example";
const path = "/threads/2-on-weights#post-9";

test.each([
  [`${origin}/threads/2-on-weights?order=new`, "/threads/2-on-weights?order=new#post-9"],
  [
    `${origin}/threads/2-on-weights?branch=4&after=1.5`,
    "/threads/2-on-weights?branch=4&after=1.5#post-9",
  ],
  [`${origin}/threads/2-on-weights`, null],
  [`${origin}/threads/3-on-data?order=new`, null],
  [`${origin}//evil.example/?order=new`, null],
  ["https://evil.example/threads/2-on-weights?order=new", null],
  ["javascript:alert(1)", null],
  ["no address", null],
  [null, null],
])("a press on %s leads back to %s", (referer, back) => {
  expect(pageBefore(referer, origin, path)).toBe(back);
});
