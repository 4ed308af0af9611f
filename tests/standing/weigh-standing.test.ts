import { expect, test } from "vitest";
import { beginSession } from "#app/accounts/session.server.ts";
import type { Person } from "#app/permissions.ts";
import { toUnits } from "#app/ranking/units.ts";
import { visitThread } from "#app/reading/visit-thread.server.ts";
import { readNewcomer } from "#app/standing/read-newcomer.server.ts";
import { readStanding } from "#app/standing/read-standing.server.ts";
import { recordChangedMind } from "#app/standing/record-changed-mind.server.ts";
import { setLevel } from "#app/standing/set-level.server.ts";
import { weighDue, weighNewcomers } from "#app/standing/weigh-people.server.ts";
import { weighStanding } from "#app/standing/weigh-standing.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";

const DAY = 86_400;
const WEEK = START + 7 * DAY;

/** Six people's threads with two posts each, for somebody new to read and vote on. */
async function sixThreads(db: Db) {
  const authors: Person[] = [];
  for (const at of [1, 2, 3, 4, 5, 6]) {
    const name = `Author${at}`;
    const { id } = await db
      .insertInto("person")
      .values({
        ...{ name, name_key: name.toLowerCase(), role: "member", level: 1, joined_at: START - DAY },
        ...{ about: "", about_html: "" },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    authors.push({ id, name, role: "member", level: 1, joinedAt: START - DAY });
  }
  const posts: { threadId: number; postId: number }[] = [];
  for (const author of authors) {
    const { threadId, openingId } = await beginThread(db, author, { title: `By ${author.name}` });
    posts.push({ threadId, postId: openingId });
    for (const _ of [1, 2, 3, 4]) {
      posts.push({ threadId, postId: await reply(db, author, threadId) });
    }
  }
  return { authors, posts };
}

async function readAndVote(
  db: Db,
  person: Person,
  posts: { threadId: number; postId: number }[],
  votes: number,
) {
  for (const { threadId, postId } of posts) {
    await visitThread(db, person, { threadId, latestId: postId }, START);
  }
  // Of different threads first.
  const spread = [...posts.filter((_, at) => at % 5 === 0), ...posts.filter((_, at) => at % 5 > 0)];
  for (const { postId } of spread.slice(0, votes)) {
    await castVote(db, person, postId, { worth: 1 }, START + 1);
  }
}

const levelOf = async (db: Db, { id }: Person) =>
  (await db.selectFrom("person").select("level").where("id", "=", id).executeTakeFirstOrThrow())
    .level;
const levelEvents = (db: Db) =>
  db
    .selectFrom("event")
    .select(["kind", "person_id", "about_id", "details"])
    .where("kind", "=", "level-changed")
    .execute();

test("a newcomer who has read and voted for a week is one no longer, within minutes of being here", async () => {
  const { db, nia } = await openForum();
  const { posts } = await sixThreads(db);
  await readAndVote(db, nia, posts, 9);
  await db.updateTable("person").set({ joined_at: START }).where("id", "=", nia.id).execute();
  await beginSession(db, nia.id, START);
  const isHere = (now: number) =>
    db.updateTable("session").set({ seen_at: now }).where("person_id", "=", nia.id).execute();
  expect(await readNewcomer(db, nia.id)).toEqual({ read: 30, votes: 9, authors: 6 });
  await isHere(WEEK - 1);
  expect(await weighNewcomers(db, WEEK - 1)).toBe(0);
  expect(await weighNewcomers(db, WEEK)).toBe(1);
  expect(await levelOf(db, nia)).toBe(0);
  await castVote(db, nia, posts.at(-1)!.postId, { agree: -1 }, WEEK);
  expect(await weighNewcomers(db, WEEK + 60)).toBe(0);
  expect(await weighNewcomers(db, WEEK + 600)).toBe(1);
  expect(await levelOf(db, nia)).toBe(1);
  expect(await levelEvents(db)).toEqual([
    {
      ...{ kind: "level-changed", person_id: null, about_id: nia.id },
      details: '{"before":0,"after":1}',
    },
  ]);
  expect(await weighNewcomers(db, WEEK + 1200)).toBe(0);
});

test("one's own posts are not read, votes taken back are none, and of a thread two hundred posts count", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const last = await reply(db, nia, threadId);
  await visitThread(db, nia, { threadId, latestId: last }, START);
  await castVote(db, nia, openingId, { worth: 1 }, START);
  expect(await readNewcomer(db, nia.id)).toEqual({ read: 1, votes: 1, authors: 1 });
  await castVote(db, nia, openingId, { worth: 0 }, START);
  expect(await readNewcomer(db, nia.id)).toEqual({ read: 1, votes: 0, authors: 0 });
  const { id: _, ...row } = await db
    .selectFrom("post")
    .selectAll()
    .where("id", "=", openingId)
    .executeTakeFirstOrThrow();
  const many = Array.from({ length: 250 }, () => ({ ...row, parent_id: openingId, depth: 1 }));
  await db.insertInto("post").values(many).execute();
  await visitThread(db, nia, { threadId, latestId: last + 250 }, START + 1);
  expect(await readNewcomer(db, nia.id)).toMatchObject({ read: 200 });
});

/** Gives a post what votes of ten people in both camps come to. */
const praise = (db: Db, postId: number) =>
  db
    .updateTable("tally")
    .set({
      ...{ voter_count: 10, worth_count: 9, substance: toUnits(0.9), shown_at: START },
      ...{ worth_left: toUnits(5), worth_right: toUnits(4), only_right: toUnits(1) },
    })
    .where("post_id", "=", postId)
    .execute();

test("posts that both sides find worth reading raise an author by a level; it fades in its time", async () => {
  const { db, ada } = await openForum();
  const [first] = (await sixThreads(db)).authors;
  for (const at of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const { openingId } = await beginThread(
      db,
      ada,
      { title: `On day ${at}` },
      { now: START + at * DAY },
    );
    await praise(db, openingId);
    await recordChangedMind(db, first!, openingId, { before: "No.", now: "Yes." }, START + at);
  }
  const now = START + 10 * DAY;
  const { facts, posts, awards } = await readStanding(db, ada, now);
  expect(posts.map(({ counting }) => counting)).toEqual(Array(10).fill("counted"));
  expect(awards.map(({ counting }) => counting)).toEqual([
    "counted",
    ...Array(9).fill("same-person"),
  ]);
  expect(facts).toMatchObject({ voted: 10, insults: 0, flags: { decided: 0, upheld: 0 } });
  expect(facts.points).toBeGreaterThan(70);
  expect(facts.bothSides).toBeGreaterThan(1);
  const weigh = async (at: number) => {
    const { level } = await db
      .selectFrom("person")
      .select("level")
      .where("id", "=", ada.id)
      .executeTakeFirstOrThrow();
    const kept = await db
      .selectFrom("standing")
      .select("below_since as belowSince")
      .where("person_id", "=", ada.id)
      .executeTakeFirst();
    await weighStanding(db, { ...ada, level, belowSince: null, ...kept }, at);
    return levelOf(db, ada);
  };
  expect(await weigh(now)).toBe(2);
  const late = START + 400 * DAY;
  expect(await weigh(late)).toBe(2);
  expect(await weigh(late + 29 * DAY)).toBe(2);
  expect(await weigh(late + 30 * DAY)).toBe(1);
});

test("everybody who was weighed is weighed again a day later, and nobody between", async () => {
  const { db, ada, ben } = await openForum();
  for (const person of [ada, ben]) {
    await weighStanding(db, { ...person, belowSince: null }, START);
  }
  expect(await weighDue(db, START + DAY - 1)).toBe(0);
  expect(await weighDue(db, START + DAY)).toBe(2);
  expect(await weighDue(db, START + DAY + 1)).toBe(0);
  expect(await levelEvents(db)).toEqual([]);
});

test("a level that an administrator set is moved by nothing else; given back it is at once what was done for it", async () => {
  const { db, nia, root } = await openForum();
  const { posts } = await sixThreads(db);
  await readAndVote(db, nia, posts, 12);
  const joinedAt = START - 30 * DAY;
  await db.updateTable("person").set({ joined_at: joinedAt }).where("id", "=", nia.id).execute();
  await db
    .insertInto("standing")
    .values({ person_id: nia.id, points: 0, weighed_at: START - DAY, set_by_id: root.id })
    .execute();
  await beginSession(db, nia.id, START);
  expect(await weighNewcomers(db, START)).toBe(0);
  expect(await weighDue(db, START)).toBe(1);
  expect(await levelOf(db, nia)).toBe(0);
  expect(await levelEvents(db)).toEqual([]);
  const given = { level: null, reason: "As it is for others." };
  await setLevel(db, root, nia.id, given, START + 3600);
  expect(await levelOf(db, nia)).toBe(1);
  expect(await levelEvents(db)).toMatchObject([{ details: '{"before":0,"after":1}' }]);
});

test("while the counts of a post are hidden, its author's standing tells nothing of them", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const before = (await readStanding(db, ada, START)).facts;
  await castVote(db, ben, openingId, { worth: 1 }, START + 1);
  await castVote(db, mo, openingId, { agree: -1 }, START + 2);
  expect((await readStanding(db, ada, START)).facts).toEqual(before);
});
