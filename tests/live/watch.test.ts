/** What open pages are told, whichever process it happened in. */
import { setImmediate } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { MOST_OF_ONE, MOST_OF_VISITORS, MOST_STREAMS } from "#app/live/bounds.ts";
import { MOST_TOLD } from "#app/live/news.ts";
import { Watch } from "#app/live/watch.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { plansOf, queriesOf } from "../db/plan.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { fillThread } from "../threads/fill.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { nothingHidden, openStream } from "./page.ts";

afterAll(stopRendering);

/** A second later, as the clock would have it: on SQLite what is read at once is read as of one moment. */
async function look(watch: Watch, now: number) {
  await setImmediate();
  await watch.look(now);
}

const watching = (db: Db) => new Watch(db, nothingHidden);

/** Unread notices for a person. */
async function notify(db: Db, personId: number, count: number) {
  const at = { began_at: START, changed_at: START };
  await db
    .insertInto("notice")
    .values(
      Array.from({ length: count }, (_, place) => ({
        ...{ person_id: personId, kind: "reply", subject: `reply:thread:${place}`, ...at },
      })),
    )
    .execute();
}

test("a reply by somebody else is told, whichever process it was posted in", async () => {
  const { db, second, ada, ben } = await openTwice();
  const { threadId, openingId } = await beginThread(db, ada);
  const watch = watching(second);
  const thread = { id: threadId, after: openingId };
  const { page } = (await openStream(db, watch, { thread }))!;
  await look(watch, START);
  expect(page.takeEvents()).toEqual([]);
  const one = await reply(db, ben, threadId);
  await look(watch, START + 1);
  expect(page.takeEvents()).toEqual([
    {
      event: "replies",
      id: String(one),
      data: { count: 1, first: one, latest: one, said: "1 new reply" },
    },
  ]);
  await look(watch, START + 2);
  expect(page.takeEvents()).toEqual([]);
  const two = await reply(db, ada, threadId);
  await look(watch, START + 3);
  expect(page.takeReplies()).toEqual([{ count: 2, first: one, id: two }]);
});

test("nobody is told of their own replies, nor of those in other threads", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const other = await beginThread(db, ada, { title: "Another one" });
  const watch = watching(db);
  const thread = { id: threadId, after: openingId };
  const { page: own } = (await openStream(db, watch, { person: ben, thread }))!;
  const { page } = (await openStream(db, watch, { person: ada, thread }))!;
  const one = await reply(db, ben, threadId);
  await reply(db, ben, other.threadId);
  await look(watch, START + 1);
  expect(own.takeReplies()).toEqual([]);
  expect(page.takeReplies()).toEqual([{ count: 1, first: one, id: one }]);
});

test("a reply that is withdrawn is counted no more, and again when it is shown again", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const watch = watching(db);
  const { page } = (await openStream(db, watch, { thread: { id: threadId, after: openingId } }))!;
  const one = await reply(db, ben, threadId);
  await look(watch, START + 1);
  page.takeReplies();
  await withdrawPost(db, ben, one, { isRestored: false, now: START + 2 });
  await look(watch, START + 2);
  expect(page.takeReplies()).toEqual([{ count: 0, first: null, id: openingId }]);
  await withdrawPost(db, ben, one, { isRestored: true, now: START + 3 });
  await look(watch, START + 3);
  expect(page.takeReplies()).toEqual([{ count: 1, first: one, id: one }]);
});

test("a page that comes again is told what came meanwhile, counted from where it ends", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const one = await reply(db, ben, threadId);
  const watch = watching(db);
  const thread = { id: threadId, after: openingId, told: one };
  const { page: same } = (await openStream(db, watch, { thread }))!;
  await look(watch, START);
  expect(same.takeReplies()).toEqual([{ count: 1, first: one, id: one }]);
  const two = await reply(db, ben, threadId);
  const { page } = (await openStream(db, watch, { thread }))!;
  await look(watch, START + 1);
  expect(page.takeReplies()).toEqual([{ count: 2, first: one, id: two }]);
  const { page: upToDate } = (await openStream(db, watch, {
    thread: { id: threadId, after: two },
  }))!;
  await look(watch, START + 2);
  expect(upToDate.takeReplies()).toEqual([]);
});

test("of very many replies as many are told as anybody counts, to whichever page", async () => {
  const { db, ada } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ada.id, Array(1_000).fill(-1));
  const watch = watching(db);
  const told = async (after: number) => {
    const { page } = (await openStream(db, watch, { thread: { id: thread.threadId, after } }))!;
    await look(watch, START);
    return page.takeEvents().map(({ data }) => [data.count, data.first, data.said]);
  };
  expect(await told(thread.openingId)).toEqual([[MOST_TOLD + 1, ids[0], "99+ new replies"]]);
  expect(await told(ids[899]!)).toEqual([[MOST_TOLD + 1, ids[900], "99+ new replies"]]);
  expect(await told(ids[900]!)).toEqual([[MOST_TOLD, ids[901], "99 new replies"]]);
  expect(await told(ids[999]!)).toEqual([]);
});

test("pages that end at different places of one long thread are each told right", async () => {
  const { db, ada, ben } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ada.id, Array(1_000).fill(-1));
  const watch = watching(db);
  const pages = [];
  for (const place of [0, 250, 500, 960, 999]) {
    const after = ids[place]!;
    pages.push(await openStream(db, watch, { thread: { id: thread.threadId, after } }));
  }
  const last = await reply(db, ben, thread.threadId);
  await look(watch, START);
  const counts = pages.map((opened) => opened!.page.takeReplies()[0]!.count);
  expect(counts).toEqual([100, 100, 100, 40, 1]);
  expect(last).toBeGreaterThan(ids[999]!);
});

test("what somebody does not wish to see is not told to them", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  await db.updateTable("person").set({ mute_count: 1 }).where("id", "=", ada.id).execute();
  const byBen = await reply(db, ben, threadId);
  const byNia = await reply(db, nia, threadId);
  const asked: number[] = [];
  const watch = new Watch(db, async (personId, postIds) => {
    asked.push(personId);
    return new Set(postIds.filter((id) => id === byBen));
  });
  const thread = { id: threadId, after: openingId };
  const { page } = (await openStream(db, watch, { person: ada, thread }))!;
  const { page: others } = (await openStream(db, watch, { person: nia, thread }))!;
  await look(watch, START);
  expect(page.takeReplies()).toEqual([{ count: 1, first: byNia, id: byNia }]);
  expect(others.takeReplies()).toEqual([{ count: 1, first: byBen, id: byBen }]);
  expect(asked).toEqual([ada.id]);
});

test("the inbox is told at once, and whenever it changes, up to what anybody counts", async () => {
  const { db, second, ada, ben } = await openTwice();
  const watch = watching(second);
  const { page } = (await openStream(db, watch, { person: ada }))!;
  const { page: others } = (await openStream(db, watch, { person: ben }))!;
  await look(watch, START);
  expect(page.takeEvents()).toEqual([{ event: "inbox", id: null, data: { unread: 0, told: "0" } }]);
  await notify(db, ada.id, 120);
  await look(watch, START + 1);
  expect(page.takeEvents()).toEqual([
    { event: "inbox", id: null, data: { unread: 100, told: "99+" } },
  ]);
  await db.updateTable("notice").set({ read_at: START }).where("person_id", "=", ada.id).execute();
  await look(watch, START + 2);
  expect(page.takeEvents()).toEqual([{ event: "inbox", id: null, data: { unread: 0, told: "0" } }]);
  expect(others.takeEvents()).toHaveLength(1);
});

test("a page that says right what is unread is told of changes alone", async () => {
  const { db, ada } = await openForum();
  await notify(db, ada.id, 2);
  const watch = watching(db);
  const { page } = (await openStream(db, watch, { person: ada, unread: 2 }))!;
  const { page: stale } = (await openStream(db, watch, { person: ada, unread: 1 }))!;
  await look(watch, START);
  expect([page.takeEvents().length, stale.takeEvents().length]).toEqual([0, 1]);
  await db.updateTable("notice").set({ read_at: START }).execute();
  await look(watch, START + 1);
  expect([page.takeEvents().length, stale.takeEvents().length]).toEqual([1, 1]);
});

test("whoever was signed out elsewhere hears no more of their inbox within five seconds", async () => {
  const { db, second, ada, ben } = await openTwice();
  const watch = watching(second);
  const { page } = (await openStream(db, watch, { person: ada }))!;
  const { page: others } = (await openStream(db, watch, { person: ben }))!;
  await look(watch, START);
  await db.deleteFrom("session").where("person_id", "=", ada.id).execute();
  for (let second = 1; second <= 5; second += 1) await look(watch, START + second);
  expect([page.isEnded, others.isEnded, watch.size]).toEqual([true, false, 1]);
  page.takeEvents();
  await notify(db, ada.id, 1);
  await look(watch, START + 6);
  expect(page.text).toBe("");
});

test("a page that hears nothing for 25 seconds gets a sign of life, and one that takes nothing is cut", async () => {
  const { db } = await openForum();
  const watch = watching(db);
  const { page } = (await openStream(db, watch))!;
  const { page: slow } = (await openStream(db, watch))!;
  for (let second = 0; second < 25; second += 1) await look(watch, START + second);
  expect(page.text).toBe("");
  await look(watch, START + 25);
  expect(page.text).toBe(":\n\n");
  slow.bytes = 3;
  await look(watch, START + 49);
  expect([page.text, slow.isCut]).toEqual([":\n\n", false]);
  await look(watch, START + 50);
  expect([page.text, slow.isCut]).toEqual([":\n\n:\n\n", true]);
});

test("a page that lets much lie is cut rather than told more", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const watch = watching(db);
  const { page } = (await openStream(db, watch, { thread: { id: threadId, after: openingId } }))!;
  page.bytes = 20_000;
  await reply(db, ben, threadId);
  await look(watch, START);
  expect([page.text, page.isCut]).toEqual(["", true]);
});

test("when the forum stops, each page is told when to come again, at a time of its own", async () => {
  const { db } = await openForum();
  const watch = watching(db);
  const pages = [await openStream(db, watch), await openStream(db, watch)];
  let milliseconds = 1_000;
  watch.close(() => milliseconds++);
  expect(pages.map((opened) => opened!.page.text)).toEqual(["retry: 1000\n\n", "retry: 1001\n\n"]);
  expect([watch.size, pages.every((opened) => opened!.page.isEnded)]).toEqual([0, true]);
});

test("one person, or one address, has so many streams and no more, by the scale of limits", async () => {
  const { db, ada } = await openForum();
  const watch = watching(db);
  const opened = [];
  for (let number = 0; number < MOST_OF_ONE; number += 1) {
    opened.push(await openStream(db, watch));
  }
  expect(await openStream(db, watch)).toBeNull();
  expect(await openStream(db, watch, { scale: 2 })).not.toBeNull();
  expect(await openStream(db, watch, { person: ada })).not.toBeNull();
  expect(await openStream(db, watch, { owner: "192.0.2.2" })).not.toBeNull();
  watch.forget(opened[0]!.stream);
  watch.forget(opened[1]!.stream);
  expect(await openStream(db, watch)).not.toBeNull();
  expect(await openStream(db, watch)).toBeNull();
});

test("where streams are scarce, visitors do without first, and then everybody", async () => {
  const { db, ada } = await openForum();
  const watch = watching(db);
  const { reader } = (await openStream(db, watch, { person: ada }))!;
  const open = (number: number, isSignedIn: boolean) =>
    watch.open(
      {
        ...{ reader: isSignedIn ? reader : null, owner: `${number}` },
        ...{ thread: null, unread: null, scale: 1 },
      },
      { write() {}, waiting: () => 0, end() {}, cut() {} },
      START,
    );
  for (let number = watch.size; number < MOST_OF_VISITORS; number += 1) open(number, false);
  expect(open(0, false)).toBeNull();
  while (watch.size < MOST_STREAMS) expect(open(watch.size, true)).not.toBeNull();
  expect(open(0, true)).toBeNull();
});

test("a second costs two queries and one more each five seconds, however many pages are open, and each is by indexes", async () => {
  const { db, ada, ben } = await openForum();
  const watch = watching(db);
  const threads: number[] = [];
  for (let number = 0; number < 3; number += 1) {
    const { threadId, openingId } = await beginThread(db, ada, { title: `Number ${number}` });
    threads.push(threadId);
    for (const person of [undefined, ada, ben]) {
      const thread = { id: threadId, after: openingId };
      await openStream(db, watch, { thread, ...(person ? { person } : {}) });
    }
  }
  await look(watch, START);
  const again = async (handle: Db) => {
    const other = watching(handle);
    for (const id of threads) {
      await openStream(db, other, { person: ben, thread: { id, after: 1_000_000 } });
    }
    await look(other, START);
  };
  const queries = await queriesOf(db, again);
  expect(queries.filter(({ sql }) => !/insert|"session"/.test(sql))).toHaveLength(2);
  const plans = (await plansOf(db, again)).flat();
  expect(plans.filter((step) => /TEMP B-TREE|^SCAN (?!json_each|unread)/.test(step))).toEqual([]);
});
