import { expect, test } from "vitest";
import { LOOK_EVERY, lookThroughSearches } from "#app/notices/look-through-searches.server.ts";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { findNewest } from "#app/search/find-newest.server.ts";
import type { Db } from "#db/open.server.ts";
import type { FollowLevel } from "#db/schema.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { follow, noticesOf, toldTo } from "./follow.ts";

async function followSearch(db: Db, person: Person, asked: string, level: FollowLevel = "every") {
  const { id } = await db
    .insertInto("followed_search")
    .values({ person_id: person.id, asked, made_at: START, seen_id: 0, due_at: START })
    .returning("id")
    .executeTakeFirstOrThrow();
  await follow(db, [person], "search", id, level);
  return id;
}
const look = (db: Db, now: number) => lookThroughSearches(db, now, findNewest);

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

test("where too many search it is looked through later; two processes look once", async () => {
  const { db, second, ada, mo } = await openTwice();
  await followSearch(db, mo, "tulips");
  await beginThread(db, ada, { body: "On tulips." });
  await lookThroughSearches(db, START, async () => null);
  expect(await toldTo(db, mo)).toEqual([]);
  const find = async () => [1];
  await Promise.all([db, second].map((each) => lookThroughSearches(each, START, find)));
  expect(await toldTo(db, mo)).toEqual(["search 1"]);
});
