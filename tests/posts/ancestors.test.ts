import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { drawPress } from "#app/following/follow-control.tsx";
import { Ancestors } from "#app/posts/ancestors.tsx";
import { Earlier } from "#app/posts/earlier.tsx";
import type { PostView } from "#app/posts/post-view.ts";
import { linksOf } from "../http/written.ts";

const path = "/threads/7-a-claim";

const post = (id: number, parentId: number | null, more: Partial<PostView> = {}): PostView => ({
  ...{ id, parentId, author: `Writer ${id}`, authorId: id, kind: "reply", version: 1, depth: 5 },
  ...{ html: `<p>Words of ${id} &amp; more.</p>`, postedAt: 1_790_000_000, editedAt: null },
  ...{ isWithdrawn: false, withdrawnAt: null, replyCount: 1, likedElsewhere: 0, minds: 0 },
  ...{ votes: null, best: 0, across: 0, isOtherView: false, state: "published", fate: null },
  ...more,
});

const draw = (above: number | null, ancestors: PostView[]) =>
  renderToStaticMarkup(
    createElement(Ancestors, {
      ...{ branch: post(9, 8), ancestors, above, path },
      ...{ slots: null, hidden: new Set<number>(), here: path },
    }),
  );

test("above a branch stands what it answers, with its writers and the ways up", () => {
  const html = draw(2, [post(6, 5), post(7, 6), post(8, 7)]);
  expect(html).toContain("Words of 6 &amp; more.");
  expect(html).toContain("Writer 8");
  for (const link of [path, ...[2, 6, 7, 8].map((id) => `${path}?branch=${id}#post-${id}`)]) {
    expect(linksOf(html)).toContain(link);
  }
});

test("what is followed above a branch says that it is the branch, and no more than that", () => {
  expect(draw(null, [])).toMatch(
    /Follow this branch<span class="unseen"> from Writer 9’s post on</,
  );
  const pressOf = (kind: "branch" | "thread", level: "every" | "muted" | null) =>
    drawPress(kind, level).replace(/<[^>]+>/g, "");
  expect(pressOf("branch", null)).toBe("Follow this branch");
  expect(pressOf("branch", "every")).toBe("Following this branch · every post");
  expect(pressOf("branch", "muted")).toBe("Muted: this branch");
  expect([null, "every"].map((level) => pressOf("thread", level as "every"))).toEqual([
    "Follow",
    "Following · every post",
  ]);
});

test("of what was withdrawn no word stands above a branch", () => {
  const withdrawn = { isWithdrawn: true, withdrawnAt: 1_790_000_001, html: "" };
  const html = draw(null, [post(1, null), post(8, 1, withdrawn)]);
  expect(html).not.toContain("Words of 8");
  expect(html).toContain("Withdrawn by its author.");
  expect(linksOf(html).filter((link) => link === path)).toHaveLength(2);
});

test("a later page says that there are replies before it, and leads to the first", () => {
  const draw = (isEnd: boolean) =>
    renderToStaticMarkup(createElement(Earlier, { path, order: "new", branchId: 9, isEnd }));
  expect(draw(false)).toContain("There are replies before these.");
  expect(draw(true)).toContain("No replies follow.");
  expect(linksOf(draw(true), "first")).toEqual([`${path}?order=new&branch=9#replies`]);
});
