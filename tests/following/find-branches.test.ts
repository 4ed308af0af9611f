/** Branches that somebody follows or mutes, and what stands below them. */
import { afterAll, expect, test } from "vitest";
import { findBranches } from "#app/following/find-branches.server.ts";
import { findHiddenPosts } from "#app/following/find-hidden.server.ts";
import { follow } from "#app/following/follow.server.ts";
import { readFollowWish } from "#app/following/level.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Db } from "#db/open.server.ts";
import { countRows } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { fillThread } from "../threads/fill.ts";
import { beginThread, reply } from "../threads/thread.ts";

afterAll(stopRendering);

const wish = (kind: string, id: number, level: string) =>
  readFollowWish(new URLSearchParams({ kind, id: String(id), level }));
const how = { now: START, limits: 100 };

const placedOf = (db: Db) =>
  db.selectFrom("post").select(["id", "branch_id"]).orderBy("id").execute();

test("of branches within one another the nearest is found, and none for what stands beside them", async () => {
  const { db, ada } = await openForum();
  const thread = await beginThread(db, ada);
  // Two branches; the first forks at its second post.
  const ids = await fillThread(db, thread, ada.id, [-1, 0, 1, 2, 1, -1]);
  const [head, fork, left, below, right] = ids as [number, number, number, number, number];
  const posts = await placedOf(db);
  expect(await findBranches(db, new Set([head, left]), posts)).toEqual(
    new Map([
      [head, head],
      [fork, head],
      [left, left],
      [below, left],
      [right, head],
    ]),
  );
  expect(await findBranches(db, new Set([left]), posts)).toEqual(
    new Map([
      [left, left],
      [below, left],
    ]),
  );
  expect(await findBranches(db, new Set(), posts)).toEqual(new Map());
});

const LONG = 700;

test("of a long chain every post is read once, and none above the branch", async () => {
  const { db, ada } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(
    db,
    thread,
    ada.id,
    Array.from({ length: LONG }, (_, place) => place - 1),
  );
  const posts = await placedOf(db);
  const rowsFor = (marked: number) =>
    countRows(db, async (db) => {
      const found = await findBranches(db, new Set([marked]), posts.slice(-300));
      expect([...found.values()]).toEqual(Array(300).fill(marked));
    });
  expect(await rowsFor(ids[0]!)).toBeLessThanOrEqual(LONG + 2);
  expect(await rowsFor(ids[350]!)).toBeLessThanOrEqual(LONG - 350 + 2);
});

test("below more posts than are looked through a branch counts that begins with a first reply", async () => {
  const { db, ada } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(
    db,
    thread,
    ada.id,
    Array.from({ length: 10_500 }, (_, place) => place - 1),
  );
  const last = { id: ids.at(-1)!, branch_id: ids[0]! };
  expect(await findBranches(db, new Set([ids[0]!]), [last])).toEqual(new Map([[last.id, ids[0]]]));
  expect(await findBranches(db, new Set([ids[1]!]), [last])).toEqual(new Map());
});

test.each(["thread", "topic"])(
  "what stands in a followed branch of a muted %s is shown in lists",
  async (kind) => {
    const { db, ada, ben, nia } = await openForum();
    const { threadId } = await beginThread(db, ben);
    const head = await reply(db, nia, threadId, { kind: "evidence" });
    const below = await reply(db, ben, threadId, { parentId: head, kind: "question" });
    const beside = await reply(db, ben, threadId);
    await follow(db, ada, wish(kind, kind === "topic" ? 1 : threadId, "muted"), how);
    await follow(db, ada, wish("branch", head, "every"), how);
    const ids = [head, below, beside];
    expect(await findHiddenPosts(db, ada.id, ids, { isInThread: false })).toEqual(
      new Set([beside]),
    );
    expect(await findHiddenPosts(db, ada.id, ids, { isInThread: true })).toEqual(new Set());
  },
);
