/** The nightly work on votes: where everybody stands, what every vote weighs, and what it all comes to. */
import { expect, test } from "vitest";
import { fitForum, fitNightly } from "#app/ranking/fit/fit-forum.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../../forum.ts";
import { dice } from "../../moving/random-rows.ts";
import { peopleAndPosts, voteByHand } from "./ballots.ts";
import { wrongPlaces, wrongSums } from "./wrong-sums.ts";

/** Two camps: people of odd place agree with posts of odd place. */
const twoCamps = {
  agrees: (person: number, post: number) => person % 2 === post % 2,
  inHundred: 50,
};

const rowsOf = async (db: Db) => ({
  votes: await db.selectFrom("vote").selectAll().orderBy("post_id").orderBy("person_id").execute(),
  tallies: await db.selectFrom("tally").selectAll().orderBy("post_id").execute(),
});

test("every sum is right after a night, whatever the rows held before", async () => {
  const { db } = await openForum();
  const forum = await peopleAndPosts(db, { people: 40, posts: 60 });
  await voteByHand(db, forum, twoCamps);
  await fitForum(db, START);
  expect(await wrongSums(db)).toEqual([]);
  expect(await wrongPlaces(db, START)).toEqual([]);
  const fits = await db.selectFrom("fit").selectAll().orderBy("scope").execute();
  expect(fits.map(({ scope, is_used }) => [scope, is_used])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
  const sides = await db.selectFrom("position").selectAll().where("scope", "=", 0).execute();
  const sideOf = new Map(sides.map(({ person_id, x }) => [person_id, Math.sign(x)]));
  const [first, second] = [sideOf.get(forum.ids[0]!), sideOf.get(forum.ids[1]!)];
  expect(forum.ids.map((id) => sideOf.get(id))).toEqual(
    forum.ids.map((_, index) => (index % 2 ? second : first)),
  );
  expect(first).toBe(-second!);
});

test("where nobody takes sides everybody stands in the middle, and a second night changes nothing", async () => {
  const { db } = await openForum();
  const forum = await peopleAndPosts(db, { people: 40, posts: 60 });
  const draw = dice(7);
  const agrees = () => draw(2) === 0;
  await voteByHand(db, forum, { agrees, inHundred: 30 });
  await fitForum(db, START);
  expect(await db.selectFrom("position").select("x").where("x", "<>", 0).execute()).toEqual([]);
  const before = await rowsOf(db);
  expect(before.votes.every(({ to_left, to_right }) => to_left === to_right)).toBe(true);
  await fitForum(db, START);
  expect(await rowsOf(db)).toEqual(before);
  expect(await wrongSums(db)).toEqual([]);
});

test("a night is taken once a day, by one process", async () => {
  const { db } = await openForum();
  const forum = await peopleAndPosts(db, { people: 20, posts: 20 });
  expect(await fitNightly(db, START)).toBe(false);
  await voteByHand(db, forum, twoCamps);
  const done = await Promise.all([fitNightly(db, START), fitNightly(db, START)]);
  expect(done.toSorted()).toEqual([false, true]);
  expect(await fitNightly(db, START + 86_399)).toBe(false);
  expect(await fitNightly(db, START + 86_400)).toBe(true);
});
