import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import type { VoteWish } from "#app/votes/ballot.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, reply } from "../threads/thread.ts";
import { addReaders } from "./readers.ts";
import { kept, recount } from "./recount.ts";

const later = START + 60;
const BILLION = 1_000_000_000;

/** A forum in which positions were fitted in the night: Ada stands left, Mo right. */
async function fitted(isUsed: 0 | 1) {
  const forum = await openForum();
  const { db, ada, mo } = forum;
  const fit = { scope: 0, made_at: START, is_used: isUsed, gain: 0, vote_count: 0 };
  await db.insertInto("fit").values(fit).execute();
  const at = (person: Person, side: -1 | 1) => ({
    ...{ scope: 0, person_id: person.id, bias: 0, vote_count: 0 },
    ...{ raw: side * BILLION, x: side * 0.8 * BILLION },
  });
  await db
    .insertInto("position")
    .values([at(ada, -1), at(mo, 1)])
    .execute();
  return forum;
}

const positionOf = async (db: Db, person: Person) =>
  db.selectFrom("position").selectAll().where("person_id", "=", person.id).executeTakeFirst();

const tallyOf = async (db: Db, id: number) =>
  (await everything(db)).tally.find(({ post_id }) => post_id === id)!;

test("a vote counts for the side on which its voter stands", async () => {
  const { db, ben, mo } = await fitted(1);
  const { openingId } = await beginThread(db, ben);
  await castVote(db, mo, openingId, { worth: 1 }, later);
  const { worth_left, worth_right } = await tallyOf(db, openingId);
  expect(worth_left / BILLION).toBeCloseTo(1 / (1 + Math.exp(8)), 9);
  expect(worth_left + worth_right).toBe(BILLION);
});

test("a vote of agreement moves the post's leaning and its voter's position, for later votes only", async () => {
  const { db, ben, mo, root } = await fitted(1);
  const { threadId, openingId } = await beginThread(db, ben);
  await castVote(db, mo, openingId, { agree: 1 }, later);
  // c = 1/5, no bias is known of Mo yet: y = 0.8 / (1.5 + 1).
  const leaning = 0.8 / 2.5;
  expect((await tallyOf(db, openingId)).leaning / BILLION).toBeCloseTo(leaning, 9);
  const moved = (await positionOf(db, mo))!;
  const bias = 0.8 / 9;
  expect(moved).toMatchObject({ vote_count: 1 });
  expect(moved.bias / BILLION).toBeCloseTo(bias, 9);
  expect(moved.raw / BILLION).toBeCloseTo((leaning * (0.8 - bias)) / (1.5 + leaning ** 2), 9);

  await castVote(db, root, openingId, { agree: 1 }, later + 1);
  const { to_left, to_right } = (await everything(db)).vote.find(
    ({ person_id }) => person_id === root.id,
  )!;
  expect(to_left).toBe(to_right);
  const newer = (await positionOf(db, root))!;
  expect(newer.x).toBeGreaterThan(0);
  const id = await reply(db, ben, threadId);
  await castVote(db, root, id, { worth: 1 }, later + 2);
  const tally = await tallyOf(db, id);
  expect(tally.worth_right).toBeGreaterThan(tally.worth_left);
});

test("a vote of worth moves nobody's position, nor does agreement where positions are not used", async () => {
  for (const isUsed of [0, 1] as const) {
    const { db, ben, mo } = await fitted(isUsed);
    const { openingId } = await beginThread(db, ben);
    const before = await positionOf(db, mo);
    await castVote(db, mo, openingId, isUsed ? { worth: 1 } : { worth: 1, agree: 1 }, later);
    expect(await positionOf(db, mo)).toEqual(before);
    const { leaning, worth_left, worth_right } = await tallyOf(db, openingId);
    expect(leaning).toBe(0);
    expect(worth_left === worth_right).toBe(isUsed === 0);
  }
});

test("in a topic that is fitted by itself a position leans on the one in the forum as a whole", async () => {
  const { db, ben, mo } = await fitted(1);
  const { openingId } = await beginThread(db, ben);
  const [{ topic_id: scope }] = (await everything(db)).thread_topic as unknown as [
    { topic_id: number },
  ];
  const fit = { scope, made_at: START, is_used: 1, gain: 0, vote_count: 0 } as const;
  await db.insertInto("fit").values(fit).execute();
  await db
    .insertInto("position")
    .values({ scope, person_id: mo.id, raw: BILLION, x: BILLION / 2, bias: 0, vote_count: 9 })
    .execute();
  await castVote(db, mo, openingId, { agree: 1 }, later);
  const rows = await db
    .selectFrom("position")
    .selectAll()
    .where("person_id", "=", mo.id)
    .orderBy("scope")
    .execute();
  expect(rows[0]).toMatchObject({ scope: 0, x: 0.8 * BILLION });
  const raw = rows[1]!.raw / BILLION;
  const own = raw / 1.25 / 5;
  expect(rows[1]!.x / BILLION).toBeCloseTo((own + 10 * 0.8) / 11, 6);
});

test("a place in the forum as a whole that rests on votes in topics with places of their own stays until the night", async () => {
  const { db, ben, mo } = await fitted(1);
  const topical = await beginThread(db, ben, { topics: ["Licences"] });
  await castVote(db, mo, topical.openingId, { agree: 1 }, later);
  const [{ topic_id: scope }] = (await everything(db)).thread_topic as unknown as [
    { topic_id: number },
  ];
  const fit = { scope, made_at: START, is_used: 1, gain: 0, vote_count: 0 } as const;
  await db.insertInto("fit").values(fit).execute();
  const before = await positionOf(db, mo);
  const { openingId } = await beginThread(db, ben, { topics: ["Open weights"] });
  await castVote(db, mo, openingId, { agree: 1 }, later);
  expect(await positionOf(db, mo)).toEqual(before);
  expect((await tallyOf(db, openingId)).leaning).toBeGreaterThan(0);
});

test("who turns their agreement round stands on the other side from then on", async () => {
  const { db, ben, mo, root } = await fitted(1);
  const { threadId, openingId } = await beginThread(db, ben);
  const posts = [openingId, await reply(db, ben, threadId), await reply(db, ben, threadId)];
  for (const id of posts) await castVote(db, mo, id, { agree: 1 }, later);
  for (const id of posts) await castVote(db, root, id, { agree: 1 }, later);
  const before = (await positionOf(db, root))!.x;
  expect(before).toBeGreaterThan(0);
  for (const id of posts) await castVote(db, root, id, { agree: -1 }, later + 1);
  expect((await positionOf(db, root))!.x).toBeLessThan(0);
});

test("who has not voted in a topic stands there where they stand in the forum as a whole", async () => {
  const { db, ben, mo } = await fitted(1);
  const { openingId } = await beginThread(db, ben);
  const [{ topic_id: scope }] = (await everything(db)).thread_topic as unknown as [
    { topic_id: number },
  ];
  const fit = { scope, made_at: START, is_used: 1, gain: 0, vote_count: 0 } as const;
  await db.insertInto("fit").values(fit).execute();
  await castVote(db, mo, openingId, { worth: 1 }, later);
  expect((await tallyOf(db, openingId)).worth_right / BILLION).toBeGreaterThan(0.99);
});

test("with people on both sides every sum on either side equals a recount, whatever they press and take back", async () => {
  const { db, ada, ben, mo, root } = await fitted(1);
  const readers = [ada, mo, root, ...(await addReaders(db, 6))];
  const { threadId, openingId } = await beginThread(db, ben);
  const posts = [openingId, await reply(db, ben, threadId), await reply(db, ben, threadId)];
  const wishes: VoteWish[] = [
    { worth: 1 },
    { agree: 1 },
    { worth: 1, agree: -1 },
    { worth: 0 },
    { agree: 0 },
    { worth: 0, agree: -1 },
  ];
  for (let step = 0; step < 120; step++) {
    const wish = wishes[(step * 7 + Math.floor(step / 11)) % wishes.length]!;
    const reader = readers[(step * 5) % readers.length]!;
    await castVote(db, reader, posts[(step * 3 + Math.floor(step / 7)) % 3]!, wish, later + step);
  }
  const rows = await kept(db);
  expect(rows).toEqual(await recount(db));
  expect(rows.some((row) => row.worth_left !== row.worth_right)).toBe(true);
});
