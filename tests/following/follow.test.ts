import { expect, test } from "vitest";
import { follow } from "#app/following/follow.server.ts";
import { MOST_FOLLOWS, MOST_SEARCHES, readFollowWish, type Wish } from "#app/following/level.ts";
import { limits } from "#app/limits/limits.ts";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { WrongForm } from "#app/refusals.ts";
import { mergeTopics } from "#app/topics/change-topics.server.ts";
import type { Db } from "#db/open.server.ts";
import type { FollowKind } from "#db/schema.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { beginThread, everything, refusalOf, reply } from "../threads/thread.ts";
import { muteCounts } from "./count-mutes.ts";

const wish = (kind: string, id: string | number, level: string) =>
  readFollowWish(new URLSearchParams({ kind, id: String(id), level }));

const press = (db: Db, person: Person, kind: string, id: string | number, level: Wish) =>
  follow(db, person, wish(kind, id, level), { now: START, limits: 100 });

const followsOf = (db: Db, person: Person) =>
  db
    .selectFrom("follow")
    .select(["kind", "object_id", "level", "is_by_writing"])
    .where("person_id", "=", person.id)
    .orderBy("kind")
    .execute();

test("everything that can be followed is, at any level, by whoever pressed and nobody else", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const post = await reply(db, ada, threadId);
  const adas = await followsOf(db, ada);
  const things: [FollowKind, number | string][] = [
    ["topic", 1],
    ["thread", threadId],
    ["branch", post],
    ["person", ada.id],
    ["search", "open   weights"],
  ];
  for (const level of ["every", "worth", "nothing", "muted", "none"] as const) {
    for (const [kind, id] of things) {
      if (kind === "search" && level === "muted") continue;
      await press(db, ben, kind, id, level);
      await press(db, ben, kind, id, level);
    }
    const levels = (await followsOf(db, ben)).map((row) => row.level);
    const expected = level === "none" ? [] : Array(5).fill(level);
    if (level === "muted") expected.splice(3, 1, "nothing");
    expect(levels.toSorted()).toEqual(expected.toSorted());
    const { kept, counted } = await muteCounts(db, ben.id);
    expect(kept).toBe(counted);
    expect(kept).toBe(level === "muted" ? 4 : 0);
  }
  expect(await followsOf(db, ada)).toEqual(adas);
  expect(await followsOf(db, nia)).toEqual([]);
  expect(await db.selectFrom("followed_search").selectAll().execute()).toEqual([]);
});

test("a followed search begins with what is posted from now on", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const { id, path } = await press(db, ben, "search", " open \n weights ", "every");
  expect(path).toBe("/search?q=open+weights");
  expect(await db.selectFrom("followed_search").selectAll().execute()).toEqual([
    {
      ...{ id, person_id: ben.id, asked: "open weights", made_at: START },
      ...{ seen_id: openingId, due_at: START + 900 },
    },
  ]);
  // A number is a text, whosever search has it.
  await press(db, ada, "search", id, "worth");
  expect(
    await db.selectFrom("followed_search").select(["person_id", "asked"]).orderBy("id").execute(),
  ).toEqual([
    { person_id: ben.id, asked: "open weights" },
    { person_id: ada.id, asked: String(id) },
  ]);
  await press(db, ben, "search", "open weights", "none");
  expect((await followsOf(db, ben)).length).toBe(0);
  expect(await db.selectFrom("followed_search").select("person_id").execute()).toEqual([
    { person_id: ada.id },
  ]);
});

test("what is gone, withdrawn or oneself is refused, and nothing is written", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const post = await reply(db, ben, threadId);
  await withdrawPost(db, ben, post, { isRestored: false, now: START });
  const refused = async (kind: string, id: string | number, level: Wish = "every") =>
    refusalOf(db, () => press(db, ben, kind, id, level));
  const notFound = (key: string) => ({ status: 404, key });
  expect(await refused("topic", 99)).toEqual(notFound("topics.not-found"));
  expect(await refused("thread", 99)).toEqual(notFound("threads.not-found"));
  expect(await refused("branch", 99)).toEqual(notFound("threads.post.not-found"));
  expect(await refused("person", 99)).toEqual(notFound("accounts.person.not-found"));
  expect(await refused("person", ben.id)).toEqual({ status: 403, key: "following.own" });
  expect(await refused("person", ben.id, "muted")).toEqual({ status: 403, key: "following.own" });
  expect(await refused("branch", post)).toEqual({ status: 403, key: "following.withdrawn" });
  expect(await refused("search", "x".repeat(600))).toMatchObject({ status: 422 });
  expect(await refused("search", "-only -without")).toMatchObject({ status: 422 });
});

test("what was followed before it was withdrawn can be let go of", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const post = await reply(db, ben, threadId);
  await press(db, mo, "branch", post, "muted");
  await withdrawPost(db, ben, post, { isRestored: false, now: START });
  await press(db, mo, "branch", post, "none");
  expect(await followsOf(db, mo)).toEqual([]);
  expect(await muteCounts(db, mo.id)).toEqual({ kept: 0, counted: 0 });
});

test.each([
  ["kind", "11", "every"],
  ["topics", "1", "every"],
  ["topic", "", "every"],
  ["topic", "one", "every"],
  ["topic", "1e3", "every"],
  ["topic", "-1", "every"],
  ["thread", "99999999999999999999", "every"],
  ["thread", "1", "EVERY"],
  ["thread", "1", ""],
  ["thread", "1", "__proto__"],
  ["search", "  ", "every"],
  ["search", "words", "muted"],
])("a form that asks for %s %s at “%s” is wrong", (kind, id, level) => {
  expect(() => wish(kind, id, level)).toThrow(WrongForm);
});

test("a topic that was merged is followed where it went, and who followed it follows that", async () => {
  const { db, ada, ben, nia, mo, root } = await openForum();
  await press(db, ben, "topic", 1, "every");
  await press(db, nia, "topic", 1, "muted");
  await press(db, nia, "topic", 2, "muted");
  await press(db, mo, "topic", 1, "muted");
  await press(db, mo, "topic", 2, "worth");
  await mergeTopics(db, root, 1, 2, "One is enough.", START);
  const of = async (person: Person) =>
    (await followsOf(db, person)).map(({ object_id, level }) => [object_id, level]);
  expect(await of(ben)).toEqual([[2, "every"]]);
  expect(await of(nia)).toEqual([[2, "muted"]]);
  expect(await of(mo)).toEqual([[2, "worth"]]);
  for (const person of [ben, nia, mo]) {
    const { kept, counted } = await muteCounts(db, person.id);
    expect(kept).toBe(counted);
  }
  expect(await press(db, ada, "topic", 1, "worth")).toMatchObject({ id: 2, name: "Licences" });
  expect(await of(ada)).toEqual([[2, "worth"]]);
});

test("nobody follows more than a thousand things or twenty searches by pressing", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await db
    .insertInto("follow")
    .values(
      Array.from({ length: MOST_FOLLOWS }, (_, place) => ({
        ...({ person_id: ben.id, kind: "thread", object_id: 1_000 + place } as const),
        ...({ level: "worth", followed_at: START } as const),
      })),
    )
    .execute();
  const refused = { status: 422, key: "following.too-many" };
  expect(await refusalOf(db, () => press(db, ben, "topic", 1, "every"))).toEqual(refused);
  // What is followed already is changed as before, and writing goes on.
  await reply(db, ben, threadId);
  expect(await refusalOf(db, () => press(db, ben, "thread", threadId, "every"))).toEqual(refused);
  await db
    .deleteFrom("follow")
    .where("object_id", "<", 1_100)
    .where("object_id", ">=", 1_000)
    .execute();
  for (let place = 0; place < MOST_SEARCHES; place++) {
    await press(db, ben, "search", `search ${place}`, "worth");
  }
  expect(await refusalOf(db, () => press(db, ben, "search", "one more", "worth"))).toEqual({
    ...{ status: 422, key: "following.too-many-searches" },
  });
  await press(db, ben, "search", "search 3", "every");
});

test("presses are counted", async () => {
  const { db, ben } = await openForum();
  const { points } = limits["follow.person"];
  const once = () => follow(db, ben, wish("topic", 1, "every"), { now: START, limits: 1 / points });
  await once();
  expect(await refusalOf(db, once)).toMatchObject({ status: 429 });
});

test("two presses at once are counted as one mute", async () => {
  const { db, second, ben } = await openTwice();
  await Promise.all(
    [db, second, db, second].map((handle) => press(handle, ben, "topic", 1, "muted")),
  );
  expect(await muteCounts(db, ben.id)).toEqual({ kept: 1, counted: 1 });
});

test("whoever writes in a thread follows it, at replies and what is worth reading", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await reply(db, ben, threadId);
  await reply(db, ben, threadId, { body: "And again, in other words." });
  const row = { kind: "thread", object_id: threadId, level: "worth", is_by_writing: 1 };
  expect(await followsOf(db, ada)).toEqual([row]);
  expect(await followsOf(db, ben)).toEqual([row]);
  expect(await followsOf(db, nia)).toEqual([]);
});

test("writing changes nothing of what somebody follows or mutes already, nor what they wish not to follow", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await press(db, ben, "thread", threadId, "muted");
  await reply(db, ben, threadId);
  expect(await followsOf(db, ben)).toMatchObject([{ level: "muted", is_by_writing: 0 }]);
  expect(await muteCounts(db, ben.id)).toEqual({ kept: 1, counted: 1 });
  await db.updateTable("person").set({ follows_by_writing: 0 }).where("id", "=", mo.id).execute();
  await reply(db, mo, threadId);
  expect(await followsOf(db, mo)).toEqual([]);
  expect((await everything(db)).follow).toHaveLength(2);
});

test("a topic that is merged at the same moment is followed where it went, and mutes are counted right", async () => {
  const { db, second, root, ada, ben, nia, mo } = await openTwice();
  const people = [ada, ben, nia, mo];
  for (const person of [nia, mo]) await press(db, person, "topic", 1, "muted");
  await Promise.all([
    ...people.map((person) => press(second, person, "topic", 1, "muted")),
    mergeTopics(db, root, 1, 2, "They are the same.", START),
    ...people.map((person) => press(second, person, "topic", 2, "muted")),
    ...people.map((person) => press(second, person, "topic", 1, "muted")),
  ]);
  for (const person of people) {
    expect(await followsOf(db, person)).toMatchObject([{ object_id: 2, level: "muted" }]);
  }
  for (const { id } of people) expect(await muteCounts(db, id)).toEqual({ kept: 1, counted: 1 });
});
