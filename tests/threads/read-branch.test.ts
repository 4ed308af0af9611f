import { expect, test } from "vitest";
import { PAGE_POSTS } from "#app/posts/post-place.ts";
import { readBranch } from "#app/threads/read-branch.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum } from "../forum.ts";
import { fillThread } from "./fill.ts";
import { beginThread } from "./thread.ts";

const BELOW = 20_000;

const shapes: [string, (place: number) => number][] = [
  ["all answer one post", () => 0],
  ["each answers the one before", (place) => place - 1],
  ["each is answered by three", (place) => Math.floor((place - 1) / 3)],
];

test.each(shapes)("of 20,000 posts below another the nearest are read: %s", async (_, parentOf) => {
  const { db, ada } = await openForum();
  const thread = await beginThread(db, ada);
  const parents = Array.from({ length: BELOW + 1 }, (_, place) => (place ? parentOf(place) : -1));
  const ids = await fillThread(db, thread, ada.id, parents);
  const read = (from: typeof db) => readBranch(from, thread.threadId, ids[0]!, null);
  // In each of these shapes what stands further down was posted later.
  expect((await read(db)).posts.map((post) => post.id)).toEqual(ids.slice(0, PAGE_POSTS));
  // All are gone through, but in the index alone: only what is shown is read.
  const oneRow = expect.stringMatching(/^SEARCH post USING .*\b(rowid|id)=\?\)$/);
  const [near] = await plansOf(db, read);
  expect(near?.filter((step) => /\bpost\b/.test(step))).toEqual([
    oneRow,
    expect.stringMatching(
      /^SEARCH post USING COVERING INDEX post_of_parent(_by_activity)? \(parent_id=\?\)$/,
    ),
    oneRow,
  ]);
});
