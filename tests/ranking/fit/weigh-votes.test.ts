/** What votes weigh after a night, beside the same votes ranked from rows alone. */
import { expect, test } from "vitest";
import { fitForum } from "#app/ranking/fit/fit-forum.server.ts";
import { rankRows } from "#app/ranking/rank-rows.ts";
import type { Row } from "#app/ranking/rows/row.ts";
import { fromUnits } from "#app/ranking/units.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../../forum.ts";
import { DAY, peopleAndPosts, voteByHand } from "./ballots.ts";
import { wrongSums } from "./wrong-sums.ts";

const twoCamps = { agrees: (person: number, post: number) => person % 2 === post % 2 };

/** The forum as `npm run rank` would be given it. */
async function rowsOf(db: Db): Promise<Row[]> {
  const people = await db.selectFrom("person").select(["id", "level"]).execute();
  const posts = await db.selectFrom("tally").selectAll().execute();
  const votes = await db.selectFrom("vote").selectAll().execute();
  return [
    ...people.map((person) => ({ type: "person" as const, ...person })),
    ...posts.map((post) => ({
      ...{ type: "post" as const, id: post.post_id, author: post.author_id },
      ...{ thread: post.thread_id, words: post.words!, at: post.posted_at },
    })),
    ...votes.map(({ person_id, post_id, worth, agree, cast_at }) => ({
      ...{ type: "vote" as const, person: person_id, post: post_id, worth, agree, at: cast_at },
    })),
  ];
}

test("a first night gives what the rows of the same forum give when they are ranked", async () => {
  const { db } = await openForum();
  // Too few for a topic's own fit, and few authors, so that much of the praise is for the same.
  const forum = await peopleAndPosts(db, { people: 29, posts: 60, authors: 4 });
  await voteByHand(db, forum, { ...twoCamps, inHundred: 60 });
  const ranks = rankRows(await rowsOf(db));
  await fitForum(db, START);
  expect(ranks.isUsed).toBe(true);
  const tallies = await db.selectFrom("tally").selectAll().orderBy("post_id").execute();
  const stored = new Map(tallies.map((tally) => [tally.post_id, tally]));
  for (const { id, q, pl, pr, y } of ranks.posts) {
    const tally = stored.get(Number(id))!;
    expect(fromUnits(tally.substance), `Q of post ${id}`).toBeCloseTo(q, 6);
    // Places are kept in hundredths.
    const across = tally.shown_at === null ? ranks.prior : Math.min(pl, pr);
    expect(fromUnits(tally.across), `across of post ${id}`).toBeCloseTo(across, 1.9);
    expect(fromUnits(tally.leaning), `leaning of post ${id}`).toBeCloseTo(y, 6);
  }
  const positions = await db.selectFrom("position").select(["person_id", "x"]).execute();
  const placed = new Map(positions.map(({ person_id, x }) => [person_id, fromUnits(x)]));
  for (const { person, x } of ranks.people) {
    expect(placed.get(Number(person)) ?? 0, `position of ${person}`).toBeCloseTo(x, 6);
  }
  const votes = await db.selectFrom("vote").select("weight").execute();
  expect(new Set(votes.map(({ weight }) => weight)).size).toBeGreaterThan(4);
});

test("whoever rises from level 0 has earlier votes counted from the next night, and shown when it is their time", async () => {
  const { db, nia, ada } = await openForum();
  const forum = await peopleAndPosts(db, { people: 2, posts: 4 });
  const post_id = forum.postIds[0]!;
  await db
    .insertInto("vote")
    .values({
      ...{ post_id, person_id: nia.id, author_id: ada.id, worth: 1, agree: 0 },
      ...{ weight: 0, to_left: 0, to_right: 0, cast_at: START - DAY, changed_at: START - DAY },
    })
    .execute();
  const tallyOf = () =>
    db
      .selectFrom("tally")
      .innerJoin("thread", "thread.id", "tally.thread_id")
      .select(["worth_left", "worth_right", "voter_count", "shown_at", "vote_count"])
      .where("post_id", "=", post_id)
      .executeTakeFirstOrThrow();
  await fitForum(db, START);
  expect(await tallyOf()).toMatchObject({ voter_count: 0, worth_left: 0, vote_count: 0 });
  await db.updateTable("person").set({ level: 1 }).where("id", "=", nia.id).execute();
  await fitForum(db, START + DAY);
  expect(await tallyOf()).toEqual({
    ...{ voter_count: 1, worth_left: 500_000_000, worth_right: 500_000_000 },
    ...{ vote_count: 1, shown_at: START + DAY },
  });
  expect(await wrongSums(db)).toEqual([]);
});

test("a topic with enough people has positions of its own, and none when they are gone", async () => {
  const { db } = await openForum();
  const forum = await peopleAndPosts(db, { people: 44, posts: 40 });
  await voteByHand(db, forum, { ...twoCamps, inHundred: 50 });
  await fitForum(db, START);
  const scopes = async () =>
    (await db.selectFrom("fit").select("scope").orderBy("scope").execute()).map((fit) => fit.scope);
  expect(await scopes()).toEqual([0, 1, 2]);
  await db.updateTable("vote").set({ agree: 0 }).where("person_id", ">", forum.ids[20]!).execute();
  await fitForum(db, START + DAY);
  expect(await scopes()).toEqual([0]);
  const left = await db.selectFrom("position").select(["scope", "person_id"]).execute();
  expect(left.every((row) => row.scope === 0 && row.person_id <= forum.ids[20]!)).toBe(true);
  expect(await wrongSums(db)).toEqual([]);
});
