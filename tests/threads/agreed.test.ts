import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { toUnits } from "#app/ranking/units.ts";
import { worthOf } from "#app/ranking/worth.ts";
import { AgreedBox } from "#app/threads/agreed-box.tsx";
import { readAgreed } from "#app/threads/read-agreed.server.ts";
import { readThread } from "#app/threads/read-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { linksOf } from "../http/written.ts";
import { fillThread } from "./fill.ts";
import { beginThread } from "./thread.ts";

const plain = { order: "best", after: null, branchId: null } as const;

/** A thread of so many replies, three of which both sides found worth reading: the second most, the fourth, then the sixth. */
async function agreedOn(replies: number) {
  const { db, ada } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ada.id, Array(replies).fill(-1));
  await keepFit(db, 0, 1);
  for (const [place, worth] of [
    [1, 9],
    [3, 8],
    [5, 7],
  ] as const) {
    await vote(db, ids[place]!, worth, worth);
  }
  await vote(db, ids[7]!, 20, 0);
  return { db, ...thread, ids, agreed: [ids[1]!, ids[3]!, ids[5]!] };
}

const keepFit = (db: Db, scope: number, is_used: number) =>
  db.insertInto("fit").values({ scope, made_at: START, is_used, gain: 0, vote_count: 0 }).execute();

async function vote(db: Db, postId: number, left: number, right: number) {
  const sums = { worthLeft: left, worthRight: right, onlyLeft: 1, onlyRight: 1 };
  const worth = worthOf(sums, 0.5);
  await db
    .updateTable("tally")
    .set({
      ...{ worth_left: toUnits(left), worth_right: toUnits(right) },
      ...{ only_left: toUnits(1), only_right: toUnits(1) },
      ...{ voter_count: left + right + 4, across: toUnits(Math.min(worth.left, worth.right)) },
    })
    .where("post_id", "=", postId)
    .execute();
}

const idsOf = (posts: readonly { id: number }[]) => posts.map(({ id }) => id);

test("the first page of a long thread says where people who disagree agree, in every order", async () => {
  const { db, threadId, ids, agreed } = await agreedOn(220);
  const first = await readThread(db, threadId, plain);
  expect(idsOf(first.agreed)).toEqual(agreed);
  expect(first.agreed[0]).toEqual({ id: ids[1], author: "Ada", excerpt: "Reply 1" });
  for (const order of ["new", "across"] as const) {
    expect(idsOf((await readThread(db, threadId, { ...plain, order })).agreed)).toEqual(agreed);
  }
  expect((await readThread(db, threadId, { ...plain, after: first.next })).agreed).toEqual([]);
  expect((await readThread(db, threadId, { ...plain, branchId: ids[1]! })).agreed).toEqual([]);
});

test("a thread that is read whole needs no such list", async () => {
  const { db, threadId } = await agreedOn(19);
  expect((await readThread(db, threadId, plain)).agreed).toEqual([]);
});

test("what its author withdrew is not named, nor the opening post", async () => {
  const { db, threadId, openingId, agreed } = await agreedOn(20);
  await vote(db, openingId, 30, 30);
  await db.updateTable("post").set({ withdrawn_at: START }).where("id", "=", agreed[0]!).execute();
  expect(idsOf((await readThread(db, threadId, plain)).agreed)).toEqual(agreed.slice(1));
});

test("nothing is said of sides where positions are not used: of the thread's first topic, else of the forum", async () => {
  const { db, threadId, agreed } = await agreedOn(20);
  const shown = async () => idsOf((await readThread(db, threadId, plain)).agreed);
  const { topic_id } = await db
    .selectFrom("thread_topic")
    .select("topic_id")
    .where("thread_id", "=", threadId)
    .executeTakeFirstOrThrow();
  await keepFit(db, topic_id, 0);
  expect(await shown()).toEqual([]);
  await db.updateTable("fit").set({ is_used: 0 }).where("scope", "=", 0).execute();
  await db.updateTable("fit").set({ is_used: 1 }).where("scope", "=", topic_id).execute();
  expect(await shown()).toEqual(agreed);
  await db.deleteFrom("fit").where("scope", "=", topic_id).execute();
  expect(await shown()).toEqual([]);
});

test("however long the thread, it is read from an index", async () => {
  const { db, threadId } = await agreedOn(2_000);
  const plans = await plansOf(db, (db) => readAgreed(db, { id: threadId, replyCount: 2_000 }));
  expect(plans.flat().filter((step) => step.includes("tally_of_thread_across"))).not.toEqual([]);
  expect(plans.flat().filter((step) => /^SCAN (?!tally$)/.test(step))).toEqual([]);
});

test("what stands on the page is led to there, what stands elsewhere by its address", () => {
  const posts = [
    { id: 7, author: "Ada", excerpt: "Where I was wrong." },
    { id: 8, author: "Ben", excerpt: "What I measured." },
  ];
  const html = renderToStaticMarkup(createElement(AgreedBox, { posts, shown: [{ id: 8 }] }));
  expect(linksOf(html)).toEqual(["/posts/7", "#post-8"]);
  expect(html).toContain("What I measured.");
});
