import { expect, test } from "vitest";
import { DATA_POSTS, readWholeThread } from "#app/exports/read-whole-thread.server.ts";
import { PAGE_POSTS, placePath } from "#app/posts/post-place.ts";
import { REPLY_ORDERS, type ReplyOrder } from "#app/posts/tree.ts";
import { mergeThreads } from "#app/threads/merge-threads.server.ts";
import { readThread, type ThreadPage, type Wished } from "#app/threads/read-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { fillThread, placeByVotes } from "./fill.ts";
import { beginThread, reply, rowOf } from "./thread.ts";

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

/** The ids of all replies to a post in an order. */
async function repliesIn(db: Db, order: ReplyOrder, parentId: number) {
  const replies = await db
    .selectFrom("post")
    .innerJoin("tally", "tally.post_id", "post.id")
    .select(["post.id", "post.branch_count as active", "tally.best", "tally.across"])
    .where("post.parent_id", "=", parentId)
    .orderBy("post.id")
    .execute();
  if (order === "new") replies.reverse();
  else if (order !== "old") replies.sort((one, other) => other[order] - one[order]);
  return replies.map(({ id }) => id);
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
    await placeByVotes(db);
    const pages = await pagesOf(db, threadId, order);
    expect(pages.length).toBeGreaterThan(3);
    const heads = pages.flatMap((page) => page.replies.map((node) => node.post.id));
    expect(heads).toEqual(await repliesIn(db, order, openingId));
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

test("a thousand replies to the opening post take five pages", async () => {
  const { db, threadId, ids } = await longThread(Array(1_000).fill(-1));
  for (const order of REPLY_ORDERS) {
    const pages = await pagesOf(db, threadId, order);
    expect(pages.map((page) => page.replies.length)).toEqual(Array(5).fill(PAGE_POSTS));
    const heads = pages.flatMap((page) => page.replies.map((node) => node.post.id));
    expect(heads).toEqual(order === "new" ? [...ids].reverse() : ids);
  }
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

test("a branch is shown with what it answers, up to three posts, and the opening post where that is near", async () => {
  const { db, threadId, openingId, ids } = await longThread([-1, 0, 1, 2, 3, 4, 5]);
  const above = async (place: number) => {
    const page = await readThread(db, threadId, { ...plain, branchId: ids[place]! });
    expect(page.branch?.id).toBe(ids[place]);
    return [page.above, ...page.ancestors.map((post) => post.id)];
  };
  expect(await above(0)).toEqual([null, openingId]);
  expect(await above(2)).toEqual([null, openingId, ids[0], ids[1]]);
  expect(await above(3)).toEqual([null, ids[0], ids[1], ids[2]]);
  expect(await above(4)).toEqual([ids[0], ids[1], ids[2], ids[3]]);
  expect(await above(6)).toEqual([ids[0], ids[3], ids[4], ids[5]]);
});

test("a page is filled to its half at least, and cuts no branch after that", async () => {
  const branch = (head: number, below: number) => [-1, ...Array<number>(below).fill(head)];
  const { db, threadId } = await longThread([
    ...branch(0, 20),
    ...branch(21, 110),
    ...branch(132, 59),
    ...branch(192, 60),
    ...branch(253, 299),
  ]);
  const pages = await pagesOf(db, threadId, "old");
  const shown = pages.map((page) => page.replies.map((node) => 1 + node.below));
  expect(shown).toEqual([[21, 111, 60], [61, 139], []].slice(0, 2));
  expect(missingOf(pages[1]!).map((node) => node.missing)).toEqual([161]);
});

test("where new replies stand first a branch that is cut shows its latest", async () => {
  const { db, threadId, ids } = await longThread([-1, ...Array<number>(300).fill(0)]);
  const first = await readThread(db, threadId, { ...plain, order: "new" });
  expect(idsOf(first)).toEqual([ids[0], ...ids.slice(-199).reverse()]);
  const [head] = missingOf(first);
  expect(head).toMatchObject({ missing: 101, more: expect.stringMatching(/^\?order=new&branch=/) });
  const after = new URLSearchParams(head!.more!).get("after");
  const rest = await readThread(db, threadId, { order: "new", branchId: ids[0]!, after });
  expect(idsOf(rest)).toEqual([ids[0], ...ids.slice(1, -199).reverse()]);
  expect(rest).toMatchObject({ isLater: true, next: null });
});

test("a cursor that is none is read as the beginning", async () => {
  const { db, threadId } = await longThread(mixed);
  const first = await readThread(db, threadId, plain);
  for (const after of ["", "x", "1", "1.2.3", "-1.2", "1.9999999999999999", "1 or 1=1"]) {
    expect(await readThread(db, threadId, { ...plain, after })).toEqual(first);
  }
});

test("a cursor that leads to the first page is read as none", async () => {
  const { db, threadId, ids } = await longThread([
    ...Array<number>(300).fill(-1),
    ...Array<number>(250).fill(0),
  ]);
  await placeByVotes(db);
  const nobodys = `${"a".repeat(22)}.999999`;
  const beginnings: Record<ReplyOrder, string[]> = {
    old: ["1.999999", nobodys],
    new: ["99999999999.999999", nobodys],
    active: ["99999999999.999999", nobodys],
    best: ["1.999999", nobodys],
    across: ["1.999999", nobodys],
  };
  for (const order of REPLY_ORDERS) {
    for (const branchId of [null, ids[0]!]) {
      const first = await readThread(db, threadId, { order, branchId, after: null });
      expect(first).toMatchObject({ isLater: false, next: expect.any(String) });
      for (const after of beginnings[order]) {
        if (branchId !== null && order === "active") continue;
        const page = await readThread(db, threadId, { order, branchId, after });
        expect([order, branchId, after, page]).toEqual([order, branchId, after, first]);
      }
    }
  }
});

test("a cursor of another order leads on from the post that it names", async () => {
  const { db, threadId, openingId } = await longThread(mixed);
  await placeByVotes(db);
  for (const order of REPLY_ORDERS) {
    const { next } = await readThread(db, threadId, { ...plain, order });
    const name = Number(next!.split(".")[1]);
    for (const other of REPLY_ORDERS) {
      // Both are shares of votes: from one list a place in the other is as good.
      if (new Set([order, other, "best", "across"]).size === 2 && order !== other) continue;
      const page = await readThread(db, threadId, { ...plain, order: other, after: next });
      const heads = await repliesIn(db, other, openingId);
      expect(page.replies[0]?.post.id).toBe(heads[heads.indexOf(name) + 1]);
    }
  }
});

test.each(["best", "across"] as const)(
  "votes that move replies between two pages let none that stayed be passed over, in the order %s",
  async (order) => {
    const { db, threadId, openingId, ids } = await longThread([
      ...Array<number>(300).fill(-1),
      ...Array<number>(300).fill(0),
    ]);
    await placeByVotes(db);
    for (const [parentId, branchId] of [
      [openingId, null],
      [ids[0]!, ids[0]!],
    ] as const) {
      const wished = { order, branchId, after: null };
      const { next } = await readThread(db, threadId, wished);
      const before = await repliesIn(db, order, parentId);
      const place = before.indexOf(Number(next!.split(".")[1]));
      const move = (id: number, key: number) =>
        db
          .updateTable("tally")
          .set({ [order]: key })
          .where("post_id", "=", id)
          .execute();
      await move(before[place]!, 900_000_000);
      await move(before[place - 1]!, 1);
      await move(before[place + 5]!, 910_000_000);
      const page = await readThread(db, threadId, { ...wished, after: next });
      const shown = branchId === null ? page.replies : page.replies[0]!.replies;
      const stayed = before.slice(place + 1).filter((id) => id !== before[place + 5]);
      const wanted = [...stayed, before[place - 1]].slice(0, shown.length);
      expect(shown.map(({ post }) => post.id)).toEqual(wanted);
      expect(shown.length).toBeGreaterThan(90);
    }
  },
);

test.each(REPLY_ORDERS)(
  "the pages of a branch show each direct reply once, the first in the order %s first",
  async (order) => {
    const { db, threadId, ids } = await longThread([-1, ...Array<number>(500).fill(0)]);
    await placeByVotes(db);
    const heads: number[] = [];
    let after: string | null = null;
    do {
      const page: ThreadPage = await readThread(db, threadId, { order, branchId: ids[0]!, after });
      heads.push(...page.replies[0]!.replies.map(({ post }) => post.id));
      after = page.next;
    } while (after);
    expect(heads).toEqual(await repliesIn(db, order, ids[0]!));
  },
);

test("a branch that is cut shows its best replies, and leads to the others", async () => {
  const { db, threadId, ids } = await longThread([-1, ...Array<number>(300).fill(0)]);
  await placeByVotes(db);
  const wanted = await repliesIn(db, "best", ids[0]!);
  const first = await readThread(db, threadId, { ...plain, order: "best" });
  expect(idsOf(first)).toEqual([ids[0], ...wanted.slice(0, PAGE_POSTS - 1)]);
  const after = new URLSearchParams(missingOf(first)[0]!.more!).get("after");
  const rest = await readThread(db, threadId, { order: "best", branchId: ids[0]!, after });
  expect(idsOf(rest)).toEqual([ids[0], ...wanted.slice(PAGE_POSTS - 1)]);
});

test("a cursor beyond the end shows none, and that there are some before it", async () => {
  const { db, threadId, ids } = await longThread([...Array<number>(300).fill(-1), 0, 0, 0]);
  const ends = { old: "99999999999.999999", new: "0.999999" };
  for (const [order, after] of Object.entries(ends) as ["old" | "new", string][]) {
    for (const branchId of [null, ids[0]!]) {
      const page = await readThread(db, threadId, { order, branchId, after });
      expect(page).toMatchObject({ isLater: true, next: null });
      expect(idsOf(page)).toEqual(branchId === null ? [] : [branchId]);
    }
  }
});

test("what votes on a post come to is handed to its page once it is shown", async () => {
  const { db, threadId, ids } = await longThread([-1]);
  const counts = { voter_count: 4, worth_count: 3, agree_count: 2, disagree_count: 1 };
  const votesOf = async () => (await readThread(db, threadId, plain)).replies[0]!.post.votes;
  const tally = db.updateTable("tally").where("post_id", "=", ids[0]!);
  await tally.set(counts).execute();
  expect(await votesOf()).toBeNull();
  await tally.set({ shown_at: START }).execute();
  expect(await votesOf()).toEqual({ voters: 4, worth: 3, agree: 2, disagree: 1 });
});

test("a thread or branch that is not there is refused", async () => {
  const { db, threadId } = await longThread([-1]);
  await expect(readThread(db, 99, plain)).rejects.toMatchObject({ status: 404 });
  await expect(readThread(db, threadId, { ...plain, branchId: 99 })).rejects.toMatchObject({
    status: 404,
  });
});

test("a branch of another thread leads to its place there, in the same order", async () => {
  const { db, ada } = await openForum();
  const one = await beginThread(db, ada);
  const other = await beginThread(db, ada);
  const [id] = await fillThread(db, other, ada.id, [-1]);
  for (const branchId of [id!, other.openingId]) {
    const asked = readThread(db, one.threadId, { ...plain, branchId });
    const thrown = await asked.catch((thrown: unknown) => thrown);
    expect(thrown).toBeInstanceOf(Response);
    const { status, headers } = thrown as Response;
    const place = `${other.path}?order=old#post-${branchId}`;
    expect([status, headers.get("location")]).toEqual([302, place]);
  }
});

test("the address of a merged thread leads to where its first post stands, or the branch that was asked for, in the order that was asked for", async () => {
  const { db, ada, ben, mo } = await openForum();
  const one = await beginThread(db, ada);
  const into = await beginThread(db, ada);
  const last = await beginThread(db, ada);
  const answer = await reply(db, ben, one.threadId);
  const why = { reason: "The same is talked about there.", now: START, parentId: null };
  await mergeThreads(db, mo, one.threadId, { ...why, intoId: into.threadId });
  await mergeThreads(db, mo, into.threadId, { ...why, intoId: last.threadId });
  const locationOf = async (wished: Partial<Wished>) => {
    const asked = readThread(db, one.threadId, { ...plain, order: "best", ...wished });
    const { headers } = (await asked.catch((thrown: unknown) => thrown)) as Response;
    return headers.get("location");
  };
  const after = `${START}.1`;
  expect(await locationOf({ after })).toBe(`${last.path}#post-${one.openingId}`);
  expect(await locationOf({ order: "new" })).toBe(`${last.path}?order=new#post-${one.openingId}`);
  expect(await locationOf({ branchId: answer })).toBe(`${last.path}#post-${answer}`);
  await fillThread(db, last, ada.id, Array(PAGE_POSTS + 1).fill(-1));
  expect(await locationOf({ order: "old" })).toBe(
    `${last.path}?order=old&branch=${one.openingId}#post-${one.openingId}`,
  );
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
