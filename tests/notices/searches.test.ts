import { expect, test } from "vitest";
import { LOOK_EVERY, lookThroughSearches } from "#app/notices/look-through-searches.server.ts";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { findNewest } from "#app/search/find-newest.server.ts";
import type { Db } from "#db/open.server.ts";
import type { FollowLevel } from "#db/schema.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { find, follow, noticesOf, toldTo } from "./follow.ts";

async function followSearch(db: Db, person: Person, asked: string, level: FollowLevel = "every") {
  const { id } = await db
    .insertInto("followed_search")
    .values({ person_id: person.id, asked, made_at: START, seen_id: 0, due_at: START })
    .returning("id")
    .executeTakeFirstOrThrow();
  await follow(db, [person], "search", id, level);
  return id;
}
function fail(error: unknown) {
  throw error;
}
const look = (db: Db, now: number) => lookThroughSearches(db, now, findNewest, fail);

test("what a followed search finds anew makes one notice, which grows", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const id = await followSearch(db, mo, "tulips");
  await followSearch(db, nia, "tulips", "nothing");
  const { threadId } = await beginThread(db, ada, { body: "On tulips." });
  await reply(db, ben, threadId, { body: "No tulips here." });
  await reply(db, ben, threadId, { body: "Nor other flowers." });
  await reply(db, mo, threadId, { body: "My own tulips." });
  const gone = await reply(db, ben, threadId, { body: "Tulips that I take back." });
  await withdrawPost(db, ben, gone, { isRestored: false, now: START });
  expect(await look(db, START - 1)).toBe(0);
  expect(await look(db, START)).toBe(2);
  expect(await noticesOf(db, mo)).toMatchObject([
    { kind: "search", subject: `search:${id}`, count: 2, about_id: id, from_id: null },
  ]);
  expect(await look(db, START + LOOK_EVERY - 1)).toBe(0);
  expect(await look(db, START + LOOK_EVERY)).toBe(2);
  expect(await toldTo(db, mo)).toEqual(["search 2"]);
  await reply(db, ben, threadId, { body: "More tulips." });
  await look(db, START + 2 * LOOK_EVERY);
  expect(await toldTo(db, mo)).toEqual(["search 3"]);
  expect(await toldTo(db, nia)).toEqual([]);
});

test("a search tells nothing that is muted, and nothing that is told for another reason", async () => {
  const { db, ada, ben, mo, nia, root } = await openForum();
  for (const person of [mo, nia, root]) await followSearch(db, person, "tulips");
  const { threadId } = await beginThread(db, ada, { body: "On flowers." });
  await follow(db, [mo], "thread", threadId, "every");
  await follow(db, [nia], "person", ben.id, "muted");
  await reply(db, ben, threadId, { body: "Tulips, @Root." });
  await look(db, START);
  for (const person of [mo, nia, root]) expect(await toldTo(db, person)).toEqual([]);
});

test("a search followed for what is worth reading tells of that when it is found so", async () => {
  const { db, ada, ben, mo } = await openForum();
  await followSearch(db, mo, "tulips", "worth");
  const { threadId } = await beginThread(db, ada, { body: "On flowers." });
  const id = await reply(db, ben, threadId, { body: "Tulips." });
  await reply(db, ben, threadId, { body: "Other tulips." });
  await look(db, START);
  expect(await toldTo(db, mo)).toEqual([]);
  await db
    .updateTable("tally")
    .set({ found_at: START + 60 })
    .where("post_id", "=", id)
    .execute();
  await look(db, START + LOOK_EVERY);
  await look(db, START + 2 * LOOK_EVERY);
  expect(await noticesOf(db, mo)).toMatchObject([{ count: 1, first_post_id: id }]);
});

test("what was found worth reading before the first look is told, and once", async () => {
  const { db, ada, ben, mo } = await openForum();
  const id = await followSearch(db, mo, "tulips", "worth");
  await db
    .updateTable("followed_search")
    .set({ due_at: START + 3_600 })
    .execute();
  const { threadId } = await beginThread(db, ada);
  const postId = await reply(db, ben, threadId, { body: "On tulips." });
  await db
    .updateTable("tally")
    .set({ found_at: START + 600 })
    .where("post_id", "=", postId)
    .execute();
  await look(db, START + 3_600);
  expect(await noticesOf(db, mo)).toMatchObject([{ about_id: id, count: 1 }]);
  await db.updateTable("notice").set({ read_at: START }).execute();
  for (const times of [1, 2]) await look(db, START + 3_600 + times * LOOK_EVERY);
  expect(await toldTo(db, mo)).toEqual(["search 1"]);
});

test("what a search told is not told again when it is found worth reading", async () => {
  const { db, ada, ben, mo } = await openForum();
  await followSearch(db, mo, "tulips");
  const { threadId } = await beginThread(db, ada, { body: "On flowers." });
  await deliverAll(db);
  await follow(db, [mo], "thread", threadId, "worth");
  const post = (body: string) => reply(db, ben, threadId, { body });
  const [first, between] = [await post("Tulips."), await post("Roses.")];
  await look(db, START);
  await post("More tulips.");
  await look(db, START + LOOK_EVERY);
  expect(await toldTo(db, mo)).toEqual(["search 2"]);
  await find(db, first);
  expect(await toldTo(db, mo)).toEqual(["search 2"]);
  await find(db, between);
  expect(await toldTo(db, mo)).toEqual(["search 2", "worth 1"]);
});

test("what was told as worth reading is not told again by a search", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada, { body: "On flowers." });
  await follow(db, [mo], "thread", threadId, "worth");
  await find(db, await reply(db, ben, threadId, { body: "Tulips." }));
  await followSearch(db, mo, "tulips");
  await look(db, START);
  expect(await toldTo(db, mo)).toEqual(["worth 1"]);
});

test("a search that cannot be asked, and one that fails, hold up no others", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  await followSearch(db, ben, "slow words");
  await followSearch(db, nia, "wrong words");
  await followSearch(db, mo, "tulips");
  await beginThread(db, ada, { body: "On tulips." });
  const reported: string[] = [];
  const report = (error: unknown) => reported.push(String(error));
  const find = async (handle: Db, asked: string, now: number) => {
    if (asked === "wrong words") throw new Error("It broke.");
    return asked === "slow words" ? null : findNewest(handle, asked, now);
  };
  for (let tick = 0; tick < 12; tick += 1) {
    await lookThroughSearches(db, START + tick * 10, find, report);
  }
  expect(await toldTo(db, mo)).toEqual(["search 1"]);
  expect(reported).toEqual(["Error: It broke."]);
});

test("where too many search it is looked through later; two processes look once", async () => {
  const { db, second, ada, mo } = await openTwice();
  await followSearch(db, mo, "tulips");
  await beginThread(db, ada, { body: "On tulips." });
  await lookThroughSearches(db, START, async () => null, fail);
  expect(await toldTo(db, mo)).toEqual([]);
  const find = async () => [1];
  const later = START + 60;
  await Promise.all([db, second].map((each) => lookThroughSearches(each, later, find, fail)));
  expect(await toldTo(db, mo)).toEqual(["search 1"]);
});
