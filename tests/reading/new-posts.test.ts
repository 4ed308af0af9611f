import { expect, test } from "vitest";
import { arrangeNew, toldCount } from "#app/reading/new-posts.ts";

const path = "/threads/7-weights";
const shown = (ids: number[], newIds: number[]) => ({
  hereIds: ids.filter((id) => newIds.includes(id)),
  isShown: (id: number) => ids.includes(id),
});

test("where nothing is new nothing is told", () => {
  expect(arrangeNew({ count: 0, aheadIds: [], ...shown([1, 2], []), path })).toBeNull();
});

test("each new post leads to the next in the order of the page, the last to what the page does not show", () => {
  const news = { count: 4, aheadIds: [3, 4, 5, 9], path };
  expect(arrangeNew({ ...news, ...shown([1, 5, 2, 3, 4], [3, 4, 5]) })).toEqual({
    count: 4,
    first: "#post-5",
    nextOf: { 5: "#post-3", 3: "#post-4", 4: `${path}?branch=9#post-9` },
    elsewhere: `${path}?branch=9#post-9`,
  });
});

test("the last new post of all leads nowhere", () => {
  const news = { count: 2, aheadIds: [3, 4], path };
  expect(arrangeNew({ ...news, ...shown([1, 3, 4], [3, 4]) })).toEqual({
    count: 2,
    first: "#post-3",
    nextOf: { 3: "#post-4", 4: null },
    elsewhere: null,
  });
});

test("a page that shows none of them leads to the first", () => {
  const news = { count: 1, aheadIds: [9], ...shown([1], []), path };
  expect(arrangeNew(news)?.first).toBe(`${path}?branch=9#post-9`);
  expect(arrangeNew({ ...news, aheadIds: [] })?.first).toBe(path);
});

test("more than ninety-nine are not counted", () => {
  expect([1, 99, 100, 250].map(toldCount)).toEqual(["1", "99", "99+", "99+"]);
});
