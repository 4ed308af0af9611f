/** The nightly work while people vote, change their minds and rise, and where it is broken off. */
import { expect, test } from "vitest";
import { fitApart } from "#app/ranking/fit/fit-apart.server.ts";
import { fitForum } from "#app/ranking/fit/fit-forum.server.ts";
import { keepPositions } from "#app/ranking/fit/keep-positions.server.ts";
import { weighVotes } from "#app/ranking/fit/weigh-votes.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, openTwice, START } from "../../forum.ts";
import { dice } from "../../moving/random-rows.ts";
import { peopleAndPosts, voteByHand } from "./ballots.ts";
import { wrongPlaces, wrongSums } from "./wrong-sums.ts";

const camps = { agrees: (person: number, post: number) => person % 2 === post % 2, inHundred: 40 };
type Forum = Awaited<ReturnType<typeof peopleAndPosts>>;

/** Somebody votes, votes otherwise or takes it back; authors cannot. */
async function voteAtRandom(
  db: Db,
  { ids, postIds }: Forum,
  draw: (below: number) => number,
  now: number,
) {
  const id = ids[draw(ids.length)]!;
  const person = await db
    .selectFrom("person")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const wish = [
    { worth: 1 as const },
    { worth: 0 as const, agree: 0 as const },
    { agree: (draw(2) ? 1 : -1) as 1 | -1 },
    { worth: 1 as const, agree: (draw(3) - 1) as -1 | 0 | 1 },
  ][draw(4)]!;
  const voter = { ...person, joinedAt: person.joined_at };
  await castVote(db, voter, postIds[draw(postIds.length)]!, wish, now).catch(() => {});
}

test("whatever people voted, changed and took back, and whoever rose or fell, every sum is right after a night, and a second changes no sum", {
  timeout: 60_000,
}, async () => {
  const { db } = await openForum();
  const draw = dice(1);
  const forum = await peopleAndPosts(db, { people: 36, posts: 24 });
  await voteByHand(db, forum, camps);
  await fitForum(db, START);
  for (let round = 0; round < 80; round += 1) {
    await voteAtRandom(db, forum, draw, START + 1 + round);
    if (round % 10 > 0) continue;
    await db
      .updateTable("person")
      .set({ level: draw(2) })
      .where("id", "=", forum.ids[draw(forum.ids.length)]!)
      .execute();
  }
  expect(await wrongSums(db)).toEqual([]);
  await fitForum(db, START + 1_000);
  expect(await wrongSums(db)).toEqual([]);
  expect(await wrongPlaces(db, START + 1_000)).toEqual([]);
  const newcomers = await db
    .selectFrom("vote")
    .innerJoin("person", "person.id", "vote.person_id")
    .select(["level", "weight", "worth", "agree"])
    .execute();
  expect(
    newcomers.filter(
      (vote) => vote.weight > 0 !== (vote.level > 0 && (vote.worth > 0 || vote.agree !== 0)),
    ),
  ).toEqual([]);
  const fits = await fitApart(db);
  await keepPositions(db, fits, START + 1_000);
  await weighVotes(db, fits, START + 1_000);
  const before = await db
    .selectFrom("vote")
    .selectAll()
    .orderBy("post_id")
    .orderBy("person_id")
    .execute();
  await weighVotes(db, fits, START + 1_000);
  expect(
    await db.selectFrom("vote").selectAll().orderBy("post_id").orderBy("person_id").execute(),
  ).toEqual(before);
  expect(await wrongSums(db)).toEqual([]);
});

test("votes that are cast in another process while all are weighed are counted, each once", {
  timeout: 60_000,
}, async () => {
  const { db, second } = await openTwice();
  const forum = await peopleAndPosts(db, { people: 36, posts: 40 });
  await voteByHand(db, forum, camps);
  const draw = dice(3);
  let isDone = false;
  const voting = async (handle: Db) => {
    while (!isDone) await voteAtRandom(handle, forum, draw, START);
  };
  const night = fitForum(db, START).finally(() => {
    isDone = true;
  });
  await Promise.all([night, voting(db), voting(second)]);
  expect(await wrongSums(db)).toEqual([]);
});

test("a night that breaks off leaves sums that are right, and the next does all of it", async () => {
  const { db } = await openForum();
  const forum = await peopleAndPosts(db, { people: 36, posts: 60 });
  const count = await voteByHand(db, forum, camps);
  expect(count).toBeGreaterThan(600);
  const fits = await fitApart(db);
  await keepPositions(db, fits, START);
  const last = forum.postIds.at(-10)!;
  // No database keeps this leaning of the last posts.
  const broken = fits.map((fit) => ({
    ...fit,
    leanings: fit.leanings.map((leaning, place) =>
      fit.posts[place]! > last ? Number.NaN : leaning,
    ),
  }));
  await expect(weighVotes(db, broken, START)).rejects.toThrow();
  expect(await wrongSums(db)).toEqual([]);
  const weighed = await db.selectFrom("vote").select("post_id").where("weight", ">", 0).execute();
  expect(weighed.length).toBeGreaterThan(0);
  expect(weighed.length).toBeLessThan(count - 100);
  await fitForum(db, START);
  expect(await wrongSums(db)).toEqual([]);
  expect(await wrongPlaces(db, START)).toEqual([]);
});
