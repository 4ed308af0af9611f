import { expect, test } from "vitest";
import { DATA_POSTS, readWholeThread } from "#app/exports/read-whole-thread.server.ts";
import { PAGE_POSTS, placePath } from "#app/posts/post-place.ts";
import { REPLY_ORDERS, type ReplyOrder } from "#app/posts/tree.ts";
import { readThread, type ThreadPage } from "#app/threads/read-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { fillThread } from "./fill.ts";
import { beginThread, rowOf } from "./thread.ts";

const plain = { order: "old" as ReplyOrder, after: null, branchId: null };

/** All ids of a page's replies, top down. */
function idsOf(page: ThreadPage): number[] {
  return nodesOf(page).map((node) => node.post.id);
}

/** The posts of a page below which some are left out. */
const missingOf = (page: ThreadPage) => nodesOf(page).filter((node) => node.missing > 0);

function nodesOf(page: ThreadPage) {
  const nodes = [...page.replies];
  for (const node of nodes) nodes.push(...node.replies);
  return nodes;
}

/** Every page of a thread in an order. */
async function pagesOf(db: Db, threadId: number, order: ReplyOrder) {
  const pages: ThreadPage[] = [];
  let after: string | null = null;
  do {
    const page: ThreadPage = await readThread(db, threadId, { ...plain, order, after });
    pages.push(page);
    after = page.next;
  } while (after);
  return pages;
}

async function longThread(parents: number[]) {
  const { db, ada, ben } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ben.id, parents);
  return { db, ...thread, ids };
}

/** Branches of 0 to 40 posts, of every depth up to their length. */
const mixed: number[] = [];
for (let branch = 0; branch < 60; branch++) {
  const head = mixed.length;
  mixed.push(-1);
  for (let below = 0; below < (branch * 7) % 41; below++) {
    mixed.push(below % 3 === 0 ? head : head + below);
  }
}

test("a thread that fits a page is shown whole, in every order", async () => {
  const { db, threadId, ids } = await longThread(mixed.slice(0, PAGE_POSTS));
  for (const order of REPLY_ORDERS) {
    const pages = await pagesOf(db, threadId, order);
    expect(pages).toHaveLength(1);
    expect(idsOf(pages[0]!).sort((one, other) => one - other)).toEqual(ids);
    expect(missingOf(pages[0]!)).toEqual([]);
  }
});

test.each(REPLY_ORDERS)(
  "the pages of a long thread show every branch exactly once in the order %s",
  async (order) => {
    const { db, threadId, openingId, ids } = await longThread(mixed);
    const pages = await pagesOf(db, threadId, order);
    expect(pages.length).toBeGreaterThan(3);
    const heads = pages.flatMap((page) => page.replies.map((node) => node.post.id));
    const wanted: { id: number; branch_count: number }[] = await db
      .selectFrom("post")
      .select(["id", "branch_count"])
      .where("parent_id", "=", openingId)
      .orderBy("id")
      .execute();
    if (order === "new") wanted.reverse();
    if (order === "best" || order === "active")
      wanted.sort((one, other) => other.branch_count - one.branch_count);
    expect(heads).toEqual(wanted.map((head) => head.id));
    for (const page of pages) {
      expect(idsOf(page).length).toBeLessThanOrEqual(PAGE_POSTS);
      expect(page.opening.id).toBe(openingId);
    }
    const shown = pages.flatMap(idsOf);
    expect(new Set(shown).size).toBe(shown.length);
    const left = pages.flatMap(missingOf);
    const missing = left.reduce((sum, node) => sum + node.missing, 0);
    expect(missing > 0).toBe(shown.length < ids.length);
  },
);

test("from every page that leaves posts out a branch leads to them", async () => {
  const { db, threadId, ids } = await longThread(mixed);
  const shown = new Set<number>();
  const left: number[] = [];
  for (const page of await pagesOf(db, threadId, "best")) {
    for (const id of idsOf(page)) shown.add(id);
    left.push(...missingOf(page).map((node) => node.post.id));
  }
  for (const branchId of left) {
    const page = await readThread(db, threadId, { ...plain, branchId });
    for (const id of idsOf(page)) shown.add(id);
    left.push(...missingOf(page).map((node) => node.post.id));
  }
  expect([...shown].sort((one, other) => one - other)).toEqual(ids);
});

test("a thousand replies to the opening post take five pages", async () => {
  const { db, threadId, ids } = await longThread(Array(1_000).fill(-1));
  for (const order of REPLY_ORDERS) {
    const pages = await pagesOf(db, threadId, order);
    expect(pages.map((page) => page.replies.length)).toEqual(Array(5).fill(PAGE_POSTS));
    const heads = pages.flatMap((page) => page.replies.map((node) => node.post.id));
    expect(heads).toEqual(order === "new" ? [...ids].reverse() : ids);
  }
});

test("a branch 5,000 deep is read page by page, each beginning where the last one ended", async () => {
  const { db, threadId, ids } = await longThread(
    Array.from({ length: 5_000 }, (_, place) => place - 1),
  );
  const seen: number[] = [];
  for (let branchId: number | undefined = ids[0]; branchId; ) {
    const page: ThreadPage = await readThread(db, threadId, { ...plain, branchId });
    const shown = idsOf(page);
    seen.push(...shown.slice(seen.length === 0 ? 0 : 1));
    branchId = missingOf(page)[0]?.post.id;
  }
  expect(seen).toEqual(ids);
});

test("the address of a post leads to a page that shows it", async () => {
  const { db, threadId, openingId, ids } = await longThread(mixed);
  const thread = await rowOf(db, "thread", threadId);
  const posts = await db.selectFrom("post").select(["id", "depth"]).orderBy("id").execute();
  for (const post of posts.filter((_, place) => place % 37 === 0)) {
    const path = placePath(thread, post);
    const branch = /\?branch=(\d+)#post-\1$/.exec(path)?.[1];
    if (post.id === openingId) expect(branch).toBeUndefined();
    const page = await readThread(db, threadId, {
      ...plain,
      branchId: branch ? Number(branch) : null,
    });
    expect([page.opening.id, ...idsOf(page)]).toContain(post.id);
  }
  expect(placePath({ ...thread, reply_count: PAGE_POSTS }, { id: ids[9]!, depth: 3 })).toBe(
    `/threads/${threadId}-${thread.slug}#post-${ids[9]}`,
  );
});

test("a cursor that is none is read as the beginning", async () => {
  const { db, threadId } = await longThread(mixed);
  const first = await readThread(db, threadId, plain);
  for (const after of ["", "x", "1", "1.2.3", "-1.2", "1.9999999999999999", "1 or 1=1"]) {
    expect(await readThread(db, threadId, { ...plain, after })).toEqual(first);
  }
  const end = await readThread(db, threadId, { ...plain, after: "99999999999.1" });
  expect(end).toMatchObject({ replies: [], next: null });
});

test("a thread or branch that is not there is refused", async () => {
  const { db, threadId } = await longThread([-1]);
  await expect(readThread(db, 99, plain)).rejects.toMatchObject({ status: 404 });
  await expect(readThread(db, threadId, { ...plain, branchId: 99 })).rejects.toMatchObject({
    status: 404,
  });
});

test("a branch of another thread is not shown", async () => {
  const { db, ada } = await openForum();
  const one = await beginThread(db, ada);
  const other = await beginThread(db, ada);
  const [id] = await fillThread(db, other, ada.id, [-1]);
  const asked = readThread(db, one.threadId, { ...plain, branchId: id! });
  await expect(asked).rejects.toMatchObject({ status: 404 });
});

test("a thread as data comes whole in parts of a thousand posts", async () => {
  const { db, threadId, openingId, ids } = await longThread(Array(2 * DATA_POSTS).fill(-1));
  const seen: number[] = [];
  const parts: number[] = [];
  let after: string | null = null;
  do {
    const part = await readWholeThread(db, threadId, after);
    seen.push(...part!.posts.map((post) => post.id));
    parts.push(part!.posts.length);
    after = part!.next;
  } while (after);
  expect(seen).toEqual([openingId, ...ids]);
  expect(parts).toEqual([DATA_POSTS, DATA_POSTS, 1]);
});
