/** What a flag weighs, and how many somebody may raise. */
import { expect, test } from "vitest";
import { settleFlags, turnFlags } from "#app/flags/settle-flags.server.ts";
import { fromUnits } from "#app/ranking/units.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, reply } from "../threads/thread.ts";
import { flag, takeSides, theCase, theTally } from "./flagging.ts";

const settle = (db: Db, verdict: "upheld" | "rejected" | null) =>
  write(db, async (trx) => {
    const cases = await trx.selectFrom("case").select("id").execute();
    for (const { id } of cases) await settleFlags(trx, id, verdict, START + 90);
  });

test("a newcomer's flag is kept, weighs nothing and moves nothing", async () => {
  const { db, ada, nia } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const before = await theTally(db, openingId);
  expect((await flag(db, nia, openingId)).weight).toBe(0);
  expect((await everything(db)).flag).toMatchObject([{ person_id: nia.id, weight: 0 }]);
  expect(await theCase(db)).toMatchObject({ flag_count: 1, own_weight: 0, other_weight: 0 });
  expect(await theTally(db, openingId)).toEqual(before);
});

test("whoever answered the post is a party to it: their flag weighs half", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId, threadId } = await beginThread(db, ada);
  const child = await reply(db, ada, threadId);
  await reply(db, ben, threadId);
  expect((await flag(db, ben, openingId)).weight).toBe(0.5);
  expect((await flag(db, ben, child)).weight).toBe(1);
});

test("who was right weighs more, who was wrong less", async () => {
  const { db, ada, ben, mo } = await openForum();
  for (const [person, verdict] of [
    [ben, "upheld"],
    [mo, "rejected"],
  ] as const) {
    for (let count = 0; count < 4; count++) {
      const { openingId } = await beginThread(db, ada);
      await flag(db, person, openingId);
    }
    await settle(db, verdict);
  }
  const { openingId } = await beginThread(db, ada);
  expect((await flag(db, ben, openingId)).weight).toBe(1.5);
  expect((await flag(db, mo, openingId)).weight).toBe(0.5);
});

test("an urgent flag that was rejected counts double, and so does one that turned out wrong later", async () => {
  const { db, ada, ben, mo } = await openForum();
  const one = await beginThread(db, ada);
  await flag(db, ben, one.openingId, { reason: "threat" });
  await settle(db, "rejected");
  const two = await beginThread(db, ada);
  await flag(db, mo, two.openingId, { reason: "illegal" });
  await settle(db, "upheld");
  const [, { id }] = (await everything(db)).case as [unknown, { id: number }];
  await write(db, (trx) => turnFlags(trx, id, START + 99));
  expect((await everything(db)).flag).toMatchObject([
    { verdict: "rejected", counts: 2 },
    { verdict: "rejected", counts: 2 },
  ]);
  const next = await beginThread(db, ada);
  expect((await flag(db, ben, next.openingId)).weight).toBeCloseTo(4 / 6);
});

test("only flags that speak of the post's words say how sure it is that it insults: off topic never does", async () => {
  const { db, ada, ben, mo } = await openForum();
  await takeSides(db, [
    [ada, 0.5],
    [ben, 0.5],
    [mo, 0.5],
  ]);
  const { openingId } = await beginThread(db, ada);
  const before = await theTally(db, openingId);
  await flag(db, ben, openingId, { reason: "off-topic" });
  expect(await theTally(db, openingId)).toEqual(before);
  expect(await theCase(db)).toMatchObject({ kind: "topic", insult: 0, flag_count: 1 });
  await flag(db, mo, openingId, { reason: "demeans", passage: "forbids a use" });
  expect(fromUnits((await theCase(db)).insult)).toBeCloseTo(0.2);
  expect(await theCase(db)).toMatchObject({ kind: "rules", flag_count: 2 });
});

test("ten flags a day, thirty a week; a further one is refused with when there is room again", async () => {
  const { db, ada, ben } = await openForum();
  const posts: number[] = [];
  for (let count = 0; count < 32; count++) posts.push((await beginThread(db, ada)).openingId);
  const raise = (person: typeof ben, place: number, now: number) =>
    flag(db, person, posts[place]!, {}, { now });
  for (let place = 0; place < 10; place++) await raise(ben, place, START + place);
  expect(await refusalOf(db, () => raise(ben, 10, START + 100))).toEqual({
    ...{ status: 429, key: "flags.limit.day", retryAfter: 86_400 - 100 },
  });
  const day = 86_400;
  for (let place = 10; place < 30; place++) {
    await raise(ben, place, START + day * (place < 20 ? 1 : 2) + place);
  }
  expect(await refusalOf(db, () => raise(ben, 30, START + 4 * day))).toEqual({
    ...{ status: 429, key: "flags.limit.week", retryAfter: 3 * day },
  });
});

test("a newcomer raises ten a day, a moderator as many as needed; the forum's setting scales both", async () => {
  const { db, ada, nia, mo } = await openForum();
  const posts: number[] = [];
  for (let count = 0; count < 12; count++) posts.push((await beginThread(db, ada)).openingId);
  for (const id of posts) await flag(db, mo, id);
  for (const id of posts.slice(0, 10)) await flag(db, nia, id);
  expect(await refusalOf(db, () => flag(db, nia, posts[10]!))).toMatchObject({ status: 429 });
  await flag(db, nia, posts[10]!, {}, { limits: 2 });
});
