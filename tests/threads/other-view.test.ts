import { expect, test } from "vitest";
import type { ReplyOrder } from "#app/posts/tree.ts";
import { toUnits } from "#app/ranking/units.ts";
import { readThread } from "#app/threads/read-thread.server.ts";
import { openForum } from "../forum.ts";
import { fillThread } from "./fill.ts";
import { beginThread } from "./thread.ts";

const REPLIES = 450;
/** The places of those with whom the other side agrees. */
const OTHERS = [300, 420];

/** One side agrees with most replies, the first of which are the best. */
async function oneSided() {
  const { db, ada } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ada.id, Array(REPLIES).fill(-1));
  for (const [place, id] of ids.entries()) {
    const leaning = toUnits(OTHERS.includes(place) ? -0.5 : 0.5);
    const substance = toUnits(0.8 - place / 10_000);
    await db
      .updateTable("tally")
      .set({ leaning, substance, best: substance })
      .where("post_id", "=", id)
      .execute();
  }
  const read = (after: string | null, order: ReplyOrder = "best") =>
    readThread(db, thread.threadId, { order, after, branchId: null });
  return { db, ids, read };
}

test("the strongest reply from another view stands fourth on the first page, and says so there", async () => {
  const { db, ids, read } = await oneSided();
  await db
    .updateTable("tally")
    .set({ leaning: toUnits(-0.4) })
    .where("post_id", "=", ids[150]!)
    .execute();
  const first = await read(null);
  const shown = first.replies.map(({ post }) => post.id);
  expect(shown.slice(0, 5)).toEqual([ids[0], ids[1], ids[2], ids[150], ids[3]]);
  expect(first.replies.filter(({ post }) => post.isOtherView)).toEqual([first.replies[3]]);
  expect(new Set(shown)).toEqual(new Set(ids.slice(0, 200)));
});

test("one that comes from a later page takes nobody's place on the way there", async () => {
  const { db, ids, read } = await oneSided();
  await db
    .updateTable("tally")
    .set({ leaning: toUnits(-0.4) })
    .where("post_id", "=", ids[200]!)
    .execute();
  const shown: number[] = [];
  for (let after: string | null = null; ; ) {
    const page = await read(after);
    shown.push(...page.replies.map(({ post }) => post.id));
    expect(page.replies.some(({ post }) => post.isOtherView)).toBe(after === null);
    after = page.next;
    if (!after) break;
  }
  expect(shown[3]).toBe(ids[200]);
  expect(shown.filter((_, place) => place !== 3)).toEqual(ids);
});

test("nobody is looked for beyond what one page reads, nor in other orders", async () => {
  const { ids, read } = await oneSided();
  for (const order of ["best", "across", "old", "active"] as const) {
    const { replies } = await read(null, order);
    expect(replies.some(({ post }) => post.isOtherView)).toBe(false);
    if (order !== "across") expect(replies.map(({ post }) => post.id)).toEqual(ids.slice(0, 200));
  }
});
