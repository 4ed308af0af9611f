import { expect, test } from "vitest";
import { hideMuted } from "#app/threads/hide-muted.ts";
import type { ThreadPage } from "#app/threads/read-thread.server.ts";

const page = {
  thread: { title: "A title", url: "https://a.example", quote: "Words", norms: "Be kind" },
  opening: { id: 1 },
  agreed: [
    { id: 2, author: "Ben", excerpt: "Both sides" },
    { id: 3, author: "Ada", excerpt: "Of gannets" },
  ],
} as unknown as ThreadPage;

const quoters = {
  1: {
    count: 2,
    quoters: [
      { postId: 3, author: "Ada" },
      { postId: 4, author: "Ben" },
    ],
  },
  2: { count: null, quoters: [{ postId: 3, author: "Ada" }] },
  4: { count: 1, quoters: [{ postId: 5, author: "Nia" }] },
};

test("a page that hides nothing stays as it is", () => {
  expect(hideMuted({ page, quoters }, new Set())).toEqual({ page, quoters });
});

test("posts that are hidden are named nowhere else on the page", () => {
  const hidden = hideMuted({ page, quoters }, new Set([3]));
  expect(hidden.page.agreed.map(({ id }) => id)).toEqual([2]);
  expect(hidden.quoters).toEqual({
    1: { count: 1, quoters: [{ postId: 4, author: "Ben" }] },
    4: { count: 1, quoters: [{ postId: 5, author: "Nia" }] },
  });
  expect(hidden.page.thread).toEqual(page.thread);
});

test("with the opening post all that its author says beside it is hidden", () => {
  const { thread } = hideMuted({ page, quoters }, new Set([1])).page;
  expect(thread).toMatchObject({ title: "A title", url: null, quote: null, norms: null });
});
