import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { refreshDue } from "#app/ranking/refresh-due.server.ts";
import { refreshThreads } from "#app/ranking/refresh-threads.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, reply, rowOf, sending } from "../threads/thread.ts";

const later = START + 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;
const BILLION = 1_000_000_000;

const tallyOf = async (db: Db, id: number) =>
  (await everything(db)).tally.find(({ post_id }) => post_id === id)!;

async function voteAll(db: Db, people: readonly Person[], id: number, now = later) {
  for (const person of people) await castVote(db, person, id, { worth: 1 }, now);
}

test("a vote shows on the page of its thread at once, those of the same second together when the clock comes by", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  await refreshThreads(db, later);
  const before = await rowOf(db, "thread", threadId);
  await voteAll(db, [ben, mo, root], openingId);
  expect((await rowOf(db, "thread", threadId)).version).toBe(before.version + 1);
  expect(await refreshThreads(db, later)).toBe(1);
  const after = await rowOf(db, "thread", threadId);
  expect(after.version).toBe(before.version + 2);
  expect(after.best).toBeGreaterThan(before.best);
  expect((await everything(db)).thread_topic.map(({ best }) => best)).toEqual([after.best]);
  expect(await refreshThreads(db, later)).toBe(0);
});

test("replies alone move a thread's heat, and leave its page's version to the deed that raised it", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (let round = 0; round < 10; round++) {
    await reply(db, ben, threadId);
    await reply(db, mo, threadId);
  }
  const before = await rowOf(db, "thread", threadId);
  await refreshThreads(db, later);
  const after = await rowOf(db, "thread", threadId);
  expect(after.version).toBe(before.version);
  // Two people fill the last twenty: a heat of a quarter.
  expect(after.best).toBe(before.best - 500_000);
});

test("many people with something to say lift a thread more than one of them with as many replies", async () => {
  const liftBy = async (names: readonly ("ben" | "mo" | "root")[]) => {
    const forum = await openForum();
    const { db, ada, ben, mo, root } = forum;
    const { threadId } = await beginThread(db, ada);
    const { best } = await rowOf(db, "thread", threadId);
    for (const name of names) {
      const id = await reply(db, forum[name], threadId);
      const readers = [ada, ben, mo, root].filter((reader) => reader.id !== forum[name].id);
      await voteAll(db, readers, id);
    }
    await refreshThreads(db, later);
    return (await rowOf(db, "thread", threadId)).best - best;
  };
  expect(await liftBy(["ben", "mo", "root"])).toBeGreaterThan(await liftBy(["ben", "ben", "ben"]));
});

test("a reply gets its look back when its thread's votes have doubled, and loses it with time", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const id = await reply(db, ada, threadId);
  const alone = await tallyOf(db, id);
  expect(alone.best).toBe(alone.substance);
  await voteAll(db, [ben, mo], openingId);
  await refreshThreads(db, later);
  const looked = await tallyOf(db, id);
  expect(looked.best).toBeGreaterThan(looked.substance);
  await voteAll(db, [root], openingId);
  await refreshThreads(db, later);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ vote_count: 3, vote_step: 2 });
  await refreshDue(db, START + 2 * DAY);
  expect((await tallyOf(db, id)).due_at).toBe(START + 7 * DAY);
  await refreshDue(db, START + 7 * DAY);
  const old = await tallyOf(db, id);
  const step = BILLION / 100;
  expect(old).toMatchObject({ due_at: null, best: Math.round(old.substance / step) * step });
});

test("after half a day the counts of a post are shown, and its page says so", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  await castVote(db, ben, openingId, { worth: 1 }, later);
  await refreshThreads(db, later);
  await refreshDue(db, START + 12 * HOUR - 1);
  expect((await tallyOf(db, openingId)).shown_at).toBeNull();
  const { version } = await rowOf(db, "thread", threadId);
  await refreshDue(db, START + 12 * HOUR);
  await refreshThreads(db, START + 12 * HOUR);
  expect((await tallyOf(db, openingId)).shown_at).toBe(START + 12 * HOUR);
  expect((await rowOf(db, "thread", threadId)).version).toBe(version + 1);
});

test("a thread is new for six hours", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await refreshDue(db, START + 6 * HOUR - 1);
  expect((await rowOf(db, "thread", threadId)).fresh_until).toBe(START + 6 * HOUR);
  await refreshDue(db, START + 6 * HOUR);
  expect((await rowOf(db, "thread", threadId)).fresh_until).toBeNull();
});

test("an edit counts the words anew, and the place follows", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const draft = { title: null, topics: null, body: "Four words of mine.", version: 1 };
  await editPost(db, ada, openingId, draft as never, sending({ now: later }));
  expect(await tallyOf(db, openingId)).toMatchObject({ words: 4, due_at: later });
  expect(await refreshDue(db, later)).toBe(1);
  expect((await tallyOf(db, openingId)).due_at).toBe(START + 2 * DAY);
});

test("a thread in which something happened once is looked after however many others never rest", async () => {
  const { db, ada } = await openForum();
  const threads: number[] = [];
  for (let count = 0; count < 60; count++) threads.push((await beginThread(db, ada)).threadId);
  await refreshThreads(db, later);
  const note = (ids: readonly number[]) =>
    db
      .insertInto("voted_thread")
      .values(ids.map((thread_id) => ({ thread_id, is_voted: 1 as const })))
      .execute();
  await note(threads);
  expect(await refreshThreads(db, later)).toBe(60);
  expect((await everything(db)).voted_thread).toEqual([]);
});

test("what moves when votes double between two looks shows on the page too", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await db.updateTable("thread").set({ vote_count: 40 }).where("id", "=", threadId).execute();
  const id = await reply(db, ben, threadId);
  // As if the votes had come after the replies were moved and before the note was taken.
  await refreshThreads(db, later);
  const { version, vote_step } = await rowOf(db, "thread", threadId);
  expect(vote_step).toBe(32);
  await db.updateTable("thread").set({ vote_count: 64 }).where("id", "=", threadId).execute();
  await db.insertInto("voted_thread").values({ thread_id: threadId, is_voted: 0 }).execute();
  await refreshThreads(db, later);
  expect((await rowOf(db, "thread", threadId)).vote_step).toBe(64);
  expect((await tallyOf(db, id)).best).toBeGreaterThan(0);
  expect((await rowOf(db, "thread", threadId)).version).toBeGreaterThan(version);
});

test("a vote that is pressed and taken back at a power of two moves no replies again and again", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (const [votes, step] of [
    [64, 64],
    [63, 64],
    [32, 64],
    [31, 16],
    [32, 32],
  ] as const) {
    await db.updateTable("thread").set({ vote_count: votes }).where("id", "=", threadId).execute();
    await db.insertInto("voted_thread").values({ thread_id: threadId, is_voted: 1 }).execute();
    await refreshThreads(db, later);
    expect((await rowOf(db, "thread", threadId)).vote_step).toBe(step);
  }
});

test("what was withdrawn lifts its thread no longer, until it is shown again", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const before = await rowOf(db, "thread", threadId);
  const id = await reply(db, ben, threadId);
  await voteAll(db, [ada, mo, root], id);
  const settle = async (now: number) => {
    await refreshDue(db, now);
    await refreshThreads(db, now);
    return (await rowOf(db, "thread", threadId)).best;
  };
  const lifted = await settle(later);
  expect(lifted).toBeGreaterThan(before.best);
  await withdrawPost(db, ben, id, { isRestored: false, now: later + 1 });
  expect(await settle(later + 1)).toBeLessThan(lifted);
  await withdrawPost(db, ben, id, { isRestored: true, now: later + 2 });
  expect(await settle(later + 2)).toBe(lifted);
});
