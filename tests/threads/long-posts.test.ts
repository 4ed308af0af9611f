import { expect, test } from "vitest";
import { readWholeThread } from "#app/exports/read-whole-thread.server.ts";
import { findShown } from "#app/posts/find-place.server.ts";
import { PAGE_BYTES } from "#app/posts/page-size.ts";
import { REPLY_ORDERS, type ReplyOrder } from "#app/posts/tree.ts";
import { readThread, type ThreadPage } from "#app/threads/read-thread.server.ts";
import { openForum } from "../forum.ts";
import { fillThread } from "./fill.ts";
import { beginThread } from "./thread.ts";

/** As long as the HTML of a post may be. */
const LONG = 250_000;

/** 60 long replies: to the opening post, to the first of them, and one below the other. */
const parents = [
  ...Array(20).fill(-1),
  ...Array(20).fill(0),
  ...Array.from({ length: 20 }, (_, place) => (place === 0 ? 1 : 39 + place)),
];

async function longPosts() {
  const { db, ada, ben } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ben.id, parents);
  const html = `<p>${"é".repeat((LONG - 8) / 2)}</p>\n`;
  await db.updateTable("post").set({ html }).where("id", "in", ids).execute();
  return { db, ...thread, ids };
}

function nodesOf(page: ThreadPage) {
  const nodes = [...page.replies];
  for (const node of nodes) nodes.push(...node.replies);
  return nodes;
}

test.each(REPLY_ORDERS)(
  "pages of long posts end early, and lead to every post, in the order %s",
  async (order: ReplyOrder) => {
    const { db, threadId, ids } = await longPosts();
    const shown = new Set<number>();
    const left: { branchId: number | null; after: string | null }[] = [
      { branchId: null, after: null },
    ];
    for (const { branchId, after } of left) {
      const page = await readThread(db, threadId, { order, branchId, after });
      const nodes = nodesOf(page);
      const bytes = nodes.reduce((sum, node) => sum + Buffer.byteLength(node.post.html), 0);
      expect(bytes).toBeLessThanOrEqual(PAGE_BYTES);
      expect(nodes.length).toBeGreaterThan(0);
      for (const node of nodes) shown.add(node.post.id);
      if (page.next) left.push({ branchId, after: page.next });
      for (const node of nodes) {
        if (node.missing > 0) left.push({ branchId: node.post.id, after: null });
      }
      expect(left.length).toBeLessThan(100);
    }
    expect([...shown].sort((one, other) => one - other)).toEqual(ids);
  },
);

test("the address of a post leads to it where few posts are too long for a page", async () => {
  const { db, threadId, openingId, ids } = await longPosts();
  for (const id of ids) {
    const path = await findShown(db, id);
    expect(path).toMatch(new RegExp(`\\?branch=${id}#post-${id}$`));
    const page = await readThread(db, threadId, { order: "best", branchId: id, after: null });
    expect(page.branch?.id).toBe(id);
  }
  expect(await findShown(db, openingId)).toMatch(new RegExp(`^[^?]*#post-${openingId}$`));
  await db.updateTable("post").set({ html: "<p>Short.</p>" }).execute();
  expect(await findShown(db, ids[0]!)).toMatch(new RegExp(`^[^?]*#post-${ids[0]}$`));
});

test("long posts as data come in parts that end early", async () => {
  const { db, threadId, openingId, ids } = await longPosts();
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const part = await readWholeThread(db, threadId, after);
    const bytes = part!.posts.reduce((sum, { body, html }) => sum + body.length + html.length, 0);
    expect(bytes).toBeLessThanOrEqual(PAGE_BYTES);
    seen.push(...part!.posts.map((post) => post.id));
    after = part!.next;
  } while (after);
  expect(seen).toEqual([openingId, ...ids]);
});
