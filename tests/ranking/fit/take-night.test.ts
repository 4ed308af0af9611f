import { expect, test } from "vitest";
import { endNight, takeNight } from "#app/ranking/fit/take-night.server.ts";
import { openForum, openTwice, START } from "../../forum.ts";
import { DAY, peopleAndPosts, voteByHand } from "./ballots.ts";

const agreed = { agrees: () => true, inHundred: 50 };

test("a forum without votes has no night, and its first votes bring the first", async () => {
  const { db } = await openForum();
  expect(await takeNight(db, START)).toBe(false);
  const forum = await peopleAndPosts(db, { people: 4, posts: 4 });
  await voteByHand(db, forum, agreed);
  expect(await takeNight(db, START)).toBe(true);
});

test("of two processes that ask at once one takes the night", async () => {
  const { db, second } = await openTwice();
  const forum = await peopleAndPosts(db, { people: 4, posts: 4 });
  await voteByHand(db, forum, agreed);
  const taken = await Promise.all([takeNight(db, START), takeNight(second, START)]);
  expect(taken.toSorted()).toEqual([false, true]);
});

test("a night that nobody ended is taken again after two hours", async () => {
  const { db } = await openForum();
  const forum = await peopleAndPosts(db, { people: 4, posts: 4 });
  await voteByHand(db, forum, agreed);
  expect(await takeNight(db, START)).toBe(true);
  expect(await takeNight(db, START + 7_199)).toBe(false);
  expect(await takeNight(db, START + 7_200)).toBe(true);
});

test("a young forum does not wait a day, but for twice the votes and a hundred, until positions are used", async () => {
  const { db } = await openForum();
  const forum = await peopleAndPosts(db, { people: 30, posts: 20 });
  const count = await voteByHand(db, forum, agreed);
  expect(count).toBeGreaterThan(150);
  await takeNight(db, START);
  await endNight(db, START);
  await db.updateTable("fit").set({ vote_count: 20 }).execute();
  expect(await takeNight(db, START + 60)).toBe(true);
  await endNight(db, START + 60);
  await db.updateTable("fit").set({ vote_count: count }).execute();
  expect(await takeNight(db, START + 120)).toBe(false);
  await db.updateTable("fit").set({ vote_count: 20, is_used: 1 }).execute();
  expect(await takeNight(db, START + 120)).toBe(false);
  expect(await takeNight(db, START + 60 + DAY)).toBe(true);
});
