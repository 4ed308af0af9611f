import { expect, test } from "vitest";
import { type LimitName, limits, scaledPoints } from "#app/limits/limits.ts";
import { refund, spend, sweepAllowances } from "#app/limits/spend.server.ts";
import { Refusal } from "#app/refusals.ts";
import { sayIt } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";

const search = (db: Db, now: number, scale = 1, key = "one") =>
  spend(db, "search.address", key, now, scale);

async function untilRefused(db: Db, now: number, scale = 1, key = "one") {
  for (let done = 0; done < 1000; done += 1) {
    try {
      await search(db, now, scale, key);
    } catch (error) {
      return { done, error: error as Refusal };
    }
  }
  throw new Error("never refused");
}

test("a limit lets its points through, then refuses with the seconds until the window ends", async () => {
  const { db } = await openForum();
  await search(db, START);
  const { done, error } = await untilRefused(db, START + 20);
  expect(done).toBe(29);
  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({
    status: 429,
    retryAfter: 40,
    said: { key: "refused.too-soon", values: { count: 40, unit: "seconds" } },
  });
});

test("a long wait is told in hours, with what the day's number is of", async () => {
  const { db } = await openForum();
  const vote = (name: LimitName, now: number) => spend(db, name, "one", now, 0.001);
  const refused = async (name: LimitName) => {
    await vote(name, START);
    const error = await vote(name, START + 15_167).catch((thrown: unknown) => thrown as Refusal);
    return sayIt(error!.said);
  };
  expect(await refused("invitation.person")).toBe(
    "A little slower, please. The next one can be sent in about 20 hours.",
  );
  const votes =
    "You have voted once within a day, and no more votes are taken. The next one can be cast in about 20 hours; a vote can be taken back at any time.";
  expect(await refused("vote.newcomer")).toBe(votes);
  expect(await refused("vote.person")).toBe(votes);
});

test("when the window has ended a new one begins", async () => {
  const { db } = await openForum();
  await untilRefused(db, START);
  await expect(search(db, START + 59)).rejects.toThrow(Refusal);
  expect((await untilRefused(db, START + 60)).done).toBe(30);
});

test("one visitor's window is not another's", async () => {
  const { db } = await openForum();
  await untilRefused(db, START);
  await search(db, START, 1, "two");
});

test("a point given back can be spent again", async () => {
  const { db } = await openForum();
  await untilRefused(db, START);
  await refund(db, "search.address", "one", START, 1);
  await refund(db, "search.address", "one", START, 1);
  expect((await untilRefused(db, START)).done).toBe(1);
});

test("the scale multiplies every limit, and leaves one of each", async () => {
  const { db } = await openForum();
  expect((await untilRefused(db, START, 0.1)).done).toBe(3);
  expect((await untilRefused(db, START, 0.001, "two")).done).toBe(1);
  expect(scaledPoints("search.address", 100)).toBe(3000);
});

test("a clock set back locks nobody out for longer than a window", async () => {
  const { db } = await openForum();
  await untilRefused(db, START);
  await search(db, START - 3600);
});

test("twenty spenders at once count as twenty", async () => {
  const { db } = await openForum();
  const answers = await Promise.allSettled(Array.from({ length: 40 }, () => search(db, START)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(
    limits["search.address"].points,
  );
});

test("windows that ended are forgotten, others are not, and no network address is kept in the clear", async () => {
  const { db } = await openForum();
  await spend(db, "search.address", "192.0.2.7", START, 1);
  await spend(db, "sign-in.person", "ada", START, 1);
  const kept = await db.selectFrom("allowance").select("key").execute();
  expect(JSON.stringify(kept)).not.toContain("192.0.2");
  expect(await sweepAllowances(db, START + 60)).toBe(1);
  expect(await db.selectFrom("allowance").select("key").execute()).toHaveLength(1);
});

test("a key of a megabyte is kept short", async () => {
  const { db } = await openForum();
  await spend(db, "sign-in.person", "x".repeat(1e6), START, 1);
  const { key } = await db.selectFrom("allowance").select("key").executeTakeFirstOrThrow();
  expect(key.length).toBeLessThan(60);
});
