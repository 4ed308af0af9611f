/** Every post of a thread is found by whoever follows its links, and found once. */
import { expect, inject, test } from "vitest";
import { PAGE_BYTES } from "#app/posts/page-size.ts";
import { inOrder, REPLY_ORDERS, type ReplyOrder } from "#app/posts/tree.ts";
import { readThread, type ThreadPage } from "#app/threads/read-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { fillThread } from "./fill.ts";
import { beginThread } from "./thread.ts";

const MOST_PAGES = 5_000;

/** What a link of a page asks for. */
interface Asked {
  branchId: number | null;
  after: string | null;
}

function* linksOf(page: ThreadPage): Generator<Asked> {
  if (page.next) yield { branchId: page.branch?.id ?? null, after: page.next };
  const nodes = [...page.replies];
  for (const node of nodes) {
    nodes.push(...node.replies);
    if (!node.more) continue;
    const query = new URLSearchParams(node.more);
    yield { branchId: Number(query.get("branch")), after: query.get("after") };
  }
}

/** The posts of all pages as they are found, from the thread's first page on; not the post that a branch's page begins with. */
async function follow(db: Db, threadId: number, order: ReplyOrder, posts: number) {
  const asked: Asked[] = [{ branchId: null, after: null }];
  const found: number[] = [];
  for (const wished of asked) {
    const room = { posts, bytes: PAGE_BYTES };
    const page = await readThread(db, threadId, { order, ...wished }, room);
    const shown = inOrder(page.replies).map((post) => post.id);
    expect(shown.length).toBeLessThanOrEqual(Math.max(2, posts));
    found.push(...shown.filter((id) => id !== page.branch?.id));
    asked.push(...linksOf(page));
    expect(asked.length).toBeLessThan(MOST_PAGES);
  }
  return { found, pages: asked.length };
}

/** Numbers below one, the same for each seed. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Trees of many kinds: some posts answer anything, some the last, some the opening post, some always the same. */
function randomTree(seed: number, length: number) {
  const random = randomFrom(seed);
  const [anything, last, opening] = [random(), random(), random()];
  return Array.from({ length }, (_, place) => {
    const kind = random() * (anything + last + opening + 0.3);
    if (place === 0 || kind < opening) return -1;
    if (kind < opening + last) return place - 1;
    return kind < opening + last + anything ? Math.floor(random() * place) : Math.floor(place / 2);
  });
}

/** Posts on a page; on PostgreSQL, a round trip away, the two that tell most. */
const ROOMS = inject("engine") === "sqlite" ? [1, 2, 7, 50, 1_000] : [7, 1_000];

const trees = Array.from({ length: 4 }, (_, seed) =>
  REPLY_ORDERS.map((order): [number, ReplyOrder] => [seed + 1, order]),
).flat();

test.each(trees)("in tree %s each post is found once in the order %s", async (seed, order) => {
  const { db, ada } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ada.id, randomTree(seed, 600));
  for (const posts of ROOMS) {
    const { found, pages } = await follow(db, thread.threadId, order, posts);
    expect(found.toSorted((one, other) => one - other)).toEqual(ids);
    if (posts === 1_000) expect(pages).toBe(1);
  }
});

test("a chain 5,000 deep is read by its links downwards, and upwards by the same pages", async () => {
  const { db, ada } = await openForum();
  const thread = await beginThread(db, ada);
  const parents = Array.from({ length: 5_000 }, (_, place) => place - 1);
  const ids = await fillThread(db, thread, ada.id, parents);
  const read = (branchId: number | null) =>
    readThread(db, thread.threadId, { order: "best", after: null, branchId });
  const down: number[] = [];
  let page = await read(null);
  for (let [link] = linksOf(page); link; [link] = linksOf(page)) {
    down.push(link.branchId!);
    page = await read(link.branchId);
  }
  expect(down).toHaveLength(25);
  expect(inOrder(page.replies).at(-1)?.id).toBe(ids.at(-1));
  const up: number[] = [];
  for (let id = down.at(-1)!; page.above !== null; page = await read(id)) {
    expect(page.ancestors).toHaveLength(3);
    expect(page.ancestors.at(-1)?.id).toBe(page.branch?.parentId);
    up.push(id);
    id = page.above;
    expect(inOrder((await read(id)).replies).map((post) => post.id)).toContain(page.branch!.id);
  }
  expect(up).toEqual(down.toReversed());
  expect(page.branch?.id).toBe(ids[0]);
});
