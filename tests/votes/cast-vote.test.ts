import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, reply } from "../threads/thread.ts";
import { addReaders } from "./readers.ts";
import { kept, recount, totals } from "./recount.ts";

const later = START + 60;
const BILLION = 1_000_000_000;

const votesOf = async (db: Db) => (await everything(db)).vote;
const tallyOf = async (db: Db, id: number) =>
  (await everything(db)).tally.find(({ post_id }) => post_id === id)!;

test("a vote says two things apart: whether a post is worth reading, and whether one agrees", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId, path } = await beginThread(db, ada);
  const address = await castVote(db, ben, openingId, { worth: 1, agree: -1 }, later);
  expect(address).toBe(`${path}#post-${openingId}`);
  expect(await votesOf(db)).toMatchObject([
    { post_id: openingId, person_id: ben.id, author_id: ada.id, worth: 1, agree: -1, reason: null },
  ]);
  expect(await tallyOf(db, openingId)).toMatchObject({
    ...{ voter_count: 1, worth_count: 1, agree_count: 0, disagree_count: 1 },
    ...{ worth_left: BILLION / 2, worth_right: BILLION / 2, only_left: 0, only_right: 0 },
  });
});

test("who only agrees has read it and not found it worth reading, which counts half", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const before = await tallyOf(db, openingId);
  await castVote(db, ben, openingId, { agree: 1 }, later);
  const after = await tallyOf(db, openingId);
  expect(after).toMatchObject({ only_left: BILLION / 4, only_right: BILLION / 4, worth_left: 0 });
  expect(after.substance).toBeLessThan(before.substance);
});

test("what a form leaves out stays as it was, and the time of the first vote stays through changes", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await castVote(db, ben, openingId, { worth: 1 }, later);
  await castVote(db, ben, openingId, { agree: 1 }, later + 1);
  await castVote(db, ben, openingId, { reason: "first-hand" }, later + 2);
  expect(await votesOf(db)).toMatchObject([
    { worth: 1, agree: 1, reason: "first-hand", cast_at: later, changed_at: later + 2 },
  ]);
  await castVote(db, ben, openingId, { worth: 0 }, later + 3);
  expect(await votesOf(db)).toMatchObject([{ worth: 0, agree: 1, reason: null, cast_at: later }]);
  await castVote(db, ben, openingId, { agree: 0 }, later + 4);
  expect(await tallyOf(db, openingId)).toMatchObject({
    voter_count: 0,
    only_left: 0,
    only_right: 0,
  });
  await castVote(db, ben, openingId, { worth: 1 }, later + 5);
  expect(await votesOf(db)).toMatchObject([{ worth: 1, agree: 0, cast_at: later }]);
});

test("a vote that was pressed twice at once counts once, and pressing again changes nothing", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const press = () => castVote(db, ben, openingId, { worth: 1 }, later);
  await Promise.all([press(), press(), press()]);
  const once = await everything(db);
  expect(once.tally[0]).toMatchObject({ voter_count: 1, worth_count: 1 });
  await castVote(db, ben, openingId, { worth: 1 }, later + 100);
  expect(await everything(db)).toEqual(once);
});

test("a newcomer's vote is kept and weighs nothing", async () => {
  const { db, ada, nia } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const before = await everything(db);
  await castVote(db, nia, openingId, { worth: 1, agree: 1 }, later);
  const after = await everything(db);
  expect(after.vote).toMatchObject([
    { person_id: nia.id, worth: 1, agree: 1, weight: 0, to_left: 0 },
  ]);
  expect({ ...after, vote: [] }).toEqual({ ...before, vote: [] });
});

test("AC-103: ten accounts that somebody makes to vote for one post move nothing, and nobody is shut out for it", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const before = await everything(db);
  const readers = await addReaders(db, 10);
  for (const reader of readers) {
    await castVote(db, { ...reader, level: 0 }, openingId, { worth: 1, agree: 1 }, later);
  }
  const after = await everything(db);
  expect(after.vote).toHaveLength(10);
  expect({ ...after, vote: [], person: [] }).toEqual({ ...before, vote: [], person: [] });
});

test("praise of one author weighs less from the fourth time in thirty days on, and half of that where it is mutual", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const vote = async (from: Person, to: Person, now: number) => {
    const id = await reply(db, to, threadId);
    await castVote(db, from, id, { worth: 1 }, now);
    const { weight } = (await votesOf(db)).find(({ post_id }) => post_id === id)!;
    return Number((weight / BILLION).toFixed(3));
  };
  const weights: number[] = [];
  for (let time = 0; time < 6; time++) weights.push(await vote(ben, ada, later + time));
  expect(weights).toEqual([1, 1, 1, 1, 0.667, 0.5]);
  const back: number[] = [];
  for (let time = 0; time < 6; time++) back.push(await vote(ada, ben, later + 10 + time));
  expect(back).toEqual([1, 1, 1, 1, 0.667, 0.25]);
  expect(await vote(ben, ada, later + 31 * 86_400)).toBe(1);
});

test("counts stay hidden until five have voted, or half a day has passed", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  for (const person of [ben, mo, root]) await castVote(db, person, openingId, { worth: 1 }, later);
  expect((await tallyOf(db, openingId)).shown_at).toBeNull();
  expect((await tallyOf(db, openingId)).due_at).toBe(START + 12 * 3600);
  const others = await addReaders(db, 2);
  for (const person of others) await castVote(db, person, openingId, { worth: 1 }, later + 5);
  expect((await tallyOf(db, openingId)).shown_at).toBe(later + 5);
  const id = await reply(db, ada, threadId);
  await castVote(db, ben, id, { agree: 1 }, START + 13 * 3600);
  expect((await tallyOf(db, id)).shown_at).toBe(START + 13 * 3600);
});

test("a vote on one's own post, or on one that was taken back, is refused; nothing is counted", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const wish = { worth: 1 } as const;
  const own = await refusalOf(db, () => castVote(db, ada, openingId, wish, later));
  expect(own).toMatchObject({ status: 403, key: "votes.own" });
  const gone = await reply(db, ada, threadId);
  await castVote(db, ben, gone, { worth: 1 }, later);
  await withdrawPost(db, ada, gone, { isRestored: false, now: later + 1 });
  const refused = await refusalOf(db, () => castVote(db, ben, gone, { agree: 1 }, later + 2));
  expect(refused).toMatchObject({ status: 403, key: "votes.withdrawn" });
  await castVote(db, ben, gone, { worth: 0 }, later + 3);
  expect(await tallyOf(db, gone)).toMatchObject({ voter_count: 0, worth_left: 0 });
  const nowhere = await refusalOf(db, () => castVote(db, ben, 999, wish, later));
  expect(nowhere).toMatchObject({ status: 404 });
});

test("a locked thread takes votes: reading goes on", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  await moderateThread(db, mo, threadId, {
    act: "lock",
    isUndone: false,
    reason: "It goes in circles.",
    now: later,
  });
  await castVote(db, ben, openingId, { worth: 1 }, later + 1);
  expect((await tallyOf(db, openingId)).voter_count).toBe(1);
});

test("whatever people press, change and take back, every sum equals a recount", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const people = [ben, nia, mo, ...(await addReaders(db, 12))];
  const { threadId, openingId } = await beginThread(db, ada);
  const posts = [openingId];
  for (let count = 0; count < 5; count++) posts.push(await reply(db, ada, threadId));
  const random = randomFrom(7);
  const pick = <One>(list: readonly One[]) => list[Math.floor(random() * list.length)]!;
  for (let step = 0; step < 300; step++) {
    const wish = {
      ...(random() < 0.7 ? { worth: pick([0, 1] as const) } : {}),
      ...(random() < 0.7 ? { agree: pick([-1, 0, 1] as const) } : {}),
    };
    await castVote(db, pick(people), pick(posts), wish, later + step);
  }
  expect(await kept(db)).toEqual(await recount(db));
  const { recounted, kept: sums } = await totals(db);
  expect(sums).toEqual(recounted);
  const { thread, thread_person, tally } = await everything(db);
  expect(thread[0]!.vote_count).toBe(tally.reduce((sum, row) => sum + row.voter_count, 0));
  const gain = tally.reduce((sum, row) => sum + row.gain, 0);
  expect(thread_person.reduce((sum, row) => sum + row.gain, 0)).toBe(gain);
});

/** Numbers below 1 from a seed. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
