import { expect, test } from "vitest";
import { readPaceNotes } from "#app/pace/find-wait.server.ts";
import { readPace } from "#app/pace/read-pace.server.ts";
import type { Person } from "#app/permissions.ts";
import { endQuiet } from "#app/threads/end-quiet.server.ts";
import { findReplyPlace } from "#app/threads/find-reply-place.server.ts";
import { quietThread } from "#app/threads/quiet-thread.server.ts";
import { slowThread } from "#app/threads/slow-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, refusalOf, reply, rowOf } from "../threads/thread.ts";

const HOUR = 3_600;
const at = (now: number) => ({ now, limits: 1 });
const why = "It grows too hot.";

/** A stranger of level 1. */
async function join(db: Db, name: string): Promise<Person> {
  const joinedAt = START - 100 * 86_400;
  const { id } = await db
    .insertInto("person")
    .values({
      ...{ name, name_key: name.toLowerCase(), role: "member", level: 1 },
      ...{ about: "", about_html: "", joined_at: joinedAt },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, name, role: "member", level: 1, joinedAt };
}

test("two minutes pass between two replies of one person in a branch, and none between branches", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const first = await reply(db, ben, threadId, {}, at(START));
  const answer = await reply(db, ada, threadId, { parentId: first }, at(START + 10));
  const again = (now: number) => reply(db, ben, threadId, { parentId: answer }, at(now));
  expect(await refusalOf(db, () => again(START + 20))).toEqual({
    ...{ status: 429, key: "shields.wait.branch", retryAfter: 100 },
  });
  await reply(db, ben, threadId, {}, at(START + 30));
  await again(START + 120);
});

test("however much somebody wrote in other threads, one row says when last", async () => {
  const { db, ada, ben } = await openForum();
  for (let count = 0; count < 5; count += 1) {
    const { threadId } = await beginThread(db, ada);
    await reply(db, ben, threadId, {}, at(START + 300 * count));
  }
  const { threadId, openingId } = await beginThread(db, ada);
  const first = await reply(db, ben, threadId, {}, at(START + 1_800));
  await reply(db, ben, threadId, { parentId: first }, at(START + 2_400));
  const { pace } = await findReplyPlace(db, ben, threadId, openingId);
  const place = { ...pace, isQuiet: false, isSlowed: false };
  const { own } = await readPace(db, ben.id, place, START + 2_500);
  expect(own.toSorted((one, other) => one.at - other.at)).toEqual([
    { threadId: null, branchId: null, at: START + 1_200 },
    { threadId, branchId: first, at: START + 2_400 },
  ]);
});

test("an author quiets a thread: newcomers do not reply, others once an hour, until it is over or ended", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const quiet = (person: Person, isEnded: boolean, now: number) =>
    quietThread(db, person, threadId, { isEnded, reason: why, now });
  expect(await refusalOf(db, () => quiet(ben, false, START))).toMatchObject({ status: 403 });
  expect(await refusalOf(db, () => quiet(mo, false, START))).toMatchObject({ status: 403 });
  await quiet(ada, false, START);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ quiet_until: START + 48 * HOUR });
  const write = (person: Person, now: number) =>
    reply(db, person, threadId, { parentId: openingId }, at(now));
  const refused = (person: Person, now: number) => refusalOf(db, () => write(person, now));
  expect(await refused(nia, START + 1)).toEqual({ status: 403, key: "shields.quiet.newcomer" });
  await write(ben, START + 1);
  expect(await refused(ben, START + 601)).toEqual({
    ...{ status: 429, key: "shields.wait.quiet", retryAfter: 3_000 },
  });
  await write(mo, START + 602);
  await write(mo, START + 700);
  await write(ben, START + 1 + HOUR);
  expect(await db.selectFrom("action").select(["kind", "office", "until_at"]).execute()).toEqual([
    { kind: "quiet", office: "author", until_at: START + 48 * HOUR },
  ]);
  const { version } = await rowOf(db, "thread", threadId);
  expect(await endQuiet(db, START + 48 * HOUR - 1)).toBe(0);
  expect(await endQuiet(db, START + 48 * HOUR)).toBe(1);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({
    ...{ quiet_until: null, version: version + 1 },
  });
  await quiet(ada, false, START + 50 * HOUR);
  await quiet(mo, true, START + 51 * HOUR);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ quiet_until: null });
  const acts = await db.selectFrom("action").selectAll().orderBy("id").execute();
  expect(acts.map(({ kind, undone_at }) => [kind, undone_at !== null])).toEqual([
    ...[
      ["quiet", false],
      ["quiet", true],
      ["unquiet", false],
    ],
  ]);
});

test("slow mode holds everybody but moderators, and is undone", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const slow = (person: Person, seconds: number | null) =>
    slowThread(db, person, threadId, { seconds, reason: why, now: START });
  expect(await refusalOf(db, () => slow(ada, 300))).toMatchObject({ status: 403 });
  expect(await refusalOf(db, () => slow(mo, 7))).toMatchObject({ status: 422 });
  await slow(mo, 300);
  await reply(db, ben, threadId, {}, at(START + 10));
  expect(await refusalOf(db, () => reply(db, ben, threadId, {}, at(START + 70)))).toEqual({
    ...{ status: 429, key: "shields.wait.slow", retryAfter: 240 },
  });
  await reply(db, mo, threadId, {}, at(START + 70));
  await reply(db, mo, threadId, {}, at(START + 80));
  await slow(mo, null);
  await reply(db, ben, threadId, {}, at(START + 90));
});

test("whoever is held to one reply an hour waits everywhere, moderators too", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const { threadId: otherId } = await beginThread(db, ada);
  for (const person of [ben, mo]) {
    await db
      .updateTable("person")
      .set({ slowed_until: START + 86_400 })
      .where("id", "=", person.id)
      .execute();
    await reply(db, person, threadId, {}, at(START + 10));
    expect(await refusalOf(db, () => reply(db, person, otherId, {}, at(START + 20)))).toEqual({
      ...{ status: 429, key: "shields.wait.personal", retryAfter: 3_590 },
    });
    await reply(db, person, otherId, {}, at(START + 10 + HOUR));
  }
});

test("once six people answered one author within the hour, replies to a post come ten minutes apart, and the form says who made which point", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const ids: number[] = [];
  for (let index = 0; index < 6; index += 1) {
    const person = await join(db, `Stranger${index}`);
    ids.push(await reply(db, person, threadId, {}, at(START + index)));
  }
  const refused = await refusalOf(db, () => reply(db, ben, threadId, {}, at(START + 65)));
  expect(refused).toEqual({ status: 429, key: "shields.wait.crowd", retryAfter: 540 });
  const { pace } = await findReplyPlace(db, ben, threadId, openingId);
  const notes = await readPaceNotes(db, ben, pace, at(START + 65));
  expect(notes.crowd?.map(({ id }) => id)).toEqual(ids.toReversed());
  await reply(db, ben, threadId, { parentId: ids[0]! }, at(START + 65));
  await reply(db, ben, threadId, {}, at(START + 605));
});

test("after five rounds between two people both are asked to sum up, and wait half an hour", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  let parentId: number | null = null;
  let now = START;
  for (let round = 0; round < 9; round += 1) {
    const id: number = await reply(db, round % 2 ? ada : ben, threadId, { parentId }, at(now));
    parentId = id;
    now += 121;
  }
  const next = (when: number) => reply(db, ada, threadId, { parentId }, at(when));
  expect(await refusalOf(db, () => next(now))).toMatchObject({
    ...{ status: 429, key: "shields.wait.rounds", retryAfter: 1_800 - 242 },
  });
  const { pace } = await findReplyPlace(db, ada, threadId, parentId);
  expect(await readPaceNotes(db, ada, pace, at(now))).toMatchObject({ hasRounds: true });
  await next(now - 242 + 1_800);
});
