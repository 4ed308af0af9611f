import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { spendPace } from "#app/threads/spend-pace.server.ts";
import { startThread } from "#app/threads/start-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, reply, sending, threadDraft } from "./thread.ts";

const DAY = 86_400;

/** Spends one step and answers how many seconds to wait, 0 for none. */
async function waitOf(db: Db, person: Person, now: number, scale = 1) {
  const spent = db.transaction().execute((trx) => spendPace(trx, person, "reply", now, scale));
  return spent.then(
    () => 0,
    (error) => error.retryAfter as number,
  );
}

/** Waits of posts that follow one another at once. */
async function waitsOf(db: Db, person: Person, now: number, posts: number, scale = 1) {
  const waits: number[] = [];
  for (let post = 0; post < posts; post++) waits.push(await waitOf(db, person, now, scale));
  return waits;
}

test("a newcomer posts five at once, then one each thirty seconds", async () => {
  const { db, nia } = await openForum();
  expect(await waitsOf(db, nia, START, 7)).toEqual([0, 0, 0, 0, 0, 30, 30]);
  expect(await waitsOf(db, nia, START + 29, 1)).toEqual([1]);
  expect(await waitsOf(db, nia, START + 30, 2)).toEqual([0, 30]);
  expect(await waitsOf(db, nia, START + 100, 3)).toEqual([0, 0, 20]);
  expect(await waitsOf(db, nia, START + 1_000, 6)).toEqual([0, 0, 0, 0, 0, 30]);
});

test("from level 1 on it is ten at once, then one each five seconds; so for moderators", async () => {
  const { db, ada, mo } = await openForum();
  for (const person of [ada, { ...mo, level: 0 }]) {
    expect(await waitsOf(db, person, START, 11)).toEqual([...Array(10).fill(0), 5]);
    expect(await waitsOf(db, person, START + 5, 2)).toEqual([0, 5]);
  }
});

test("the setting of limits scales the pace both ways, and never to nothing", async () => {
  const { db, ada, ben, nia } = await openForum();
  expect(await waitsOf(db, nia, START, 500, 100)).toEqual(Array(500).fill(0));
  expect(await waitsOf(db, nia, START, 1, 100)).toEqual([1]);
  expect(await waitsOf(db, ada, START, 2, 0.01)).toEqual([0, 500]);
  expect(await waitsOf(db, ben, START, 6, 0.5)).toEqual([0, 0, 0, 0, 0, 10]);
});

test("everybody has a pace of their own", async () => {
  const { db, ada, nia } = await openForum();
  await waitsOf(db, nia, START, 6);
  expect(await waitOf(db, ada, START)).toBe(0);
});

test("a refusal names the wait and writes nothing", async () => {
  const { db, nia } = await openForum();
  await waitsOf(db, nia, START, 5);
  const start = () => startThread(db, nia, threadDraft, sending({ limits: 1, key: "form" }));
  expect(await refusalOf(db, start)).toEqual({
    ...{ status: 429, key: "refused.too-soon", retryAfter: 30 },
  });
});

test("the text of a post that comes too soon is not even rendered", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const sent = await reply(db, nia, threadId, {}, { limits: 1, key: "form" });
  await waitsOf(db, nia, START, 4);
  // Rendered, it would be refused for its cells.
  const body = `${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${"|\n".repeat(20)}`;
  const answer = () => reply(db, nia, threadId, { body }, { limits: 1 });
  const begin = () => beginThread(db, nia, { body }, { limits: 1 });
  for (const deed of [answer, begin]) {
    expect(await refusalOf(db, deed)).toMatchObject({ status: 429, retryAfter: 30 });
  }
  expect(await reply(db, nia, threadId, {}, { limits: 1, key: "form" })).toBe(sent);
});

test("of many replies sent at once as many are posted as the pace allows, and another's meanwhile", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const [mine] = await Promise.all([
    Promise.allSettled(
      Array.from({ length: 20 }, (_, place) =>
        reply(db, nia, threadId, { body: `Reply ${place}` }, { limits: 1 }),
      ),
    ),
    reply(db, ada, threadId, {}, { limits: 1 }),
  ]);
  expect(mine.filter((one) => one.status === "fulfilled")).toHaveLength(5);
  const reasons = mine.flatMap((one) => (one.status === "rejected" ? [one.reason.status] : []));
  expect(reasons).toEqual(Array(15).fill(429));
  expect((await everything(db)).post).toHaveLength(7);
});

test("on the first day a newcomer starts two threads and posts ten replies, then five and fifty a day", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const limits = 1;
  let now = START;
  const begin = () => beginThread(db, nia, {}, { now, limits });
  const answer = () => reply(db, nia, threadId, {}, { now, limits });
  const until = async (deed: () => Promise<unknown>, most: number) => {
    for (let done = 0; done < most; done++) {
      now += 30;
      await deed();
    }
    now += 30;
  };
  await until(begin, 2);
  const room = START + 30 + DAY - now;
  expect(await refusalOf(db, begin)).toEqual({
    ...{ status: 429, key: "threads.day-is-full", retryAfter: room },
  });
  await until(answer, 10);
  expect(await refusalOf(db, answer)).toMatchObject({ status: 429, key: "threads.day-is-full" });

  now = START + 5 * DAY;
  await until(begin, 5);
  expect(await refusalOf(db, begin)).toMatchObject({ key: "threads.day-is-full" });
  await until(answer, 50);
  expect(await refusalOf(db, answer)).toMatchObject({ key: "threads.day-is-full" });
  await reply(db, ada, threadId, {}, { now, limits });
});

test("there is room again a day after the oldest post that fills the day", async () => {
  const { db, nia } = await openForum();
  const limits = 1;
  await beginThread(db, nia, {}, { now: START, limits });
  await beginThread(db, nia, {}, { now: START + 600, limits });
  const at = (now: number) => () => beginThread(db, nia, {}, { now, limits });
  const first = { ...nia, joinedAt: START - 60 };
  const early = () => beginThread(db, first, {}, { now: START + DAY - 61, limits });
  expect(await refusalOf(db, early)).toMatchObject({ retryAfter: 61 });
  await at(START + DAY)();
});

test("a clock that is set back locks nobody out", async () => {
  const { db, nia } = await openForum();
  expect(await waitsOf(db, nia, START + 400 * DAY, 6)).toEqual([0, 0, 0, 0, 0, 30]);
  expect(await waitsOf(db, nia, START, 6)).toEqual([0, 0, 0, 0, 0, 30]);
  const limits = 1;
  for (const now of [START + 400 * DAY, START + 400 * DAY + 60]) {
    await beginThread(db, nia, {}, { now, limits: Number.POSITIVE_INFINITY });
  }
  await beginThread(db, nia, {}, { now: START + 3_600, limits });
});

test("without limits nothing is counted", async () => {
  const { db, nia } = await openForum();
  await waitsOf(db, nia, START, 20, Number.POSITIVE_INFINITY);
  expect((await everything(db)).pace).toEqual([]);
});
