/** What is worth reading comes into one's own feed however much else is said, and at a bounded cost. */
import { afterAll, expect, test } from "vitest";
import { findFollowed } from "#app/feeds/find-followed.server.ts";
import { MOST_SOURCES } from "#app/feeds/find-sources.server.ts";
import { follow } from "#app/following/follow.server.ts";
import { readFollowWish } from "#app/following/level.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { countRows, plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { fillThread } from "../threads/fill.ts";
import { beginThread, reply } from "../threads/thread.ts";

afterAll(stopRendering);

const wish = (kind: string, id: number, level: string) =>
  readFollowWish(new URLSearchParams({ kind, id: String(id), level }));
const how = { now: START, limits: 100 };

const feedOf = (db: Db, { id, name }: Person) =>
  findFollowed(db, { id, name, muteCount: 0, madeAt: START, tokenHash: "" });

/** A thread by Ben in which Nia was found worth reading and answered Ada, before very much else was said. */
async function openBusy() {
  const forum = await openForum();
  const { db, ada, ben, nia } = forum;
  const thread = await beginThread(db, ben, { title: "Talk", topics: ["Licences"] });
  const { threadId, openingId } = thread;
  const found = await reply(db, nia, threadId, { kind: "evidence" });
  const own = await reply(db, ada, threadId, { parentId: found, kind: "question" });
  const answer = await reply(db, nia, threadId, { parentId: own, kind: "evidence" });
  const later = { now: START + 10 };
  for (let turn = 0; turn < 31; turn += 1) {
    await reply(db, ben, threadId, { body: `Chatter ${turn} of the day.` }, later);
  }
  await db.deleteFrom("follow").execute();
  await db.updateTable("tally").set({ found_at: START }).where("post_id", "=", found).execute();
  return { ...forum, threadId, openingId, found, answer };
}

test.each<FollowKind>(["thread", "topic", "branch", "person"])(
  "of a %s followed at worth reading the openings, answers and found posts stay, however much was said since",
  async (kind) => {
    const { db, ada, nia, threadId, openingId, found, answer } = await openBusy();
    const [id, expected] = {
      thread: [threadId, [answer, found, openingId]],
      topic: [2, [answer, found, openingId]],
      branch: [found, [answer, found]],
      person: [nia.id, [answer, found]],
      search: [0, []],
    }[kind] as [number, number[]];
    await follow(db, ada, wish(kind, id, "worth"), how);
    expect(await feedOf(db, ada)).toEqual(expected);
  },
);

test("a thread of a followed person stays though they wrote much since", async () => {
  const { db, ada, ben, openingId } = await openBusy();
  await follow(db, ada, wish("person", ben.id, "worth"), how);
  expect(await feedOf(db, ada)).toEqual([openingId]);
});

test("a branch that is followed stands out of its thread that is muted", async () => {
  const { db, ada, threadId, found, answer } = await openBusy();
  await follow(db, ada, wish("thread", threadId, "muted"), how);
  await follow(db, ada, wish("branch", found, "every"), how);
  expect(await feedOf(db, ada)).toEqual([answer, found]);
});

/** Follows written straight into the table, each a second after the one before. */
async function followAll(
  db: Db,
  person: Person,
  kind: FollowKind,
  ids: number[],
  level: FollowLevel,
) {
  const rows = ids.map((id, place) => ({
    ...{ person_id: person.id, kind, object_id: id, level, followed_at: START + place },
  }));
  for (let from = 0; from < rows.length; from += 500) {
    await db
      .insertInto("follow")
      .values(rows.slice(from, from + 500))
      .execute();
  }
}

test("of very many people those followed last are in the feed", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ben);
  const others = Array.from({ length: MOST_SOURCES }, (_, place) => 1_000 + place);
  await followAll(db, ada, "person", [...others, ben.id], "every");
  expect(await feedOf(db, ada)).toEqual([openingId]);
});

const LONG = 200;

test("a feed of long chains with a followed branch in each reads no post twice, however much else is followed", async () => {
  const { db, ada, ben } = await openForum();
  const threads: number[] = [];
  const branches: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const thread = await beginThread(db, ben, { title: `Talk ${turn}` });
    const chain = Array.from({ length: LONG }, (_, place) => place - 1);
    const [head] = await fillThread(db, thread, ben.id, chain);
    threads.push(thread.threadId);
    branches.push(head!);
  }
  const others = Array.from({ length: 3_000 }, (_, place) => 100_000 + place);
  await followAll(db, ada, "thread", [...threads, ...others], "every");
  await followAll(db, ada, "branch", branches, "every");
  const rows = await countRows(db, async (db) => {
    expect(await feedOf(db, ada)).toHaveLength(30);
  });
  const follows = others.length + threads.length + branches.length;
  expect(rows).toBeLessThan(follows + 5 * LONG + 1_000);
});

test("what is worth reading is found by indexes", async () => {
  const { db, ada, nia, threadId, found } = await openBusy();
  await follow(db, ada, wish("thread", threadId, "worth"), how);
  await follow(db, ada, wish("topic", 2, "worth"), how);
  await follow(db, ada, wish("branch", found, "worth"), how);
  await follow(db, ada, wish("person", nia.id, "worth"), how);
  const steps = (await plansOf(db, (db) => feedOf(db, ada))).flat();
  expect(steps.filter((step) => /^SCAN (post|tally|thread|thread_topic)\b/.test(step))).toEqual([]);
});
