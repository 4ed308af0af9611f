/** What one follows, where it goes by another name: an opening post, a number, a topic that was merged, a search let go. */
import { expect, test } from "vitest";
import { follow } from "#app/following/follow.server.ts";
import { readFollowWish } from "#app/following/level.ts";
import { lookThroughSearches } from "#app/notices/look-through-searches.server.ts";
import type { Person } from "#app/permissions.ts";
import { action as wishByWriting } from "#app/routes/following-by-writing.tsx";
import { loader as inbox } from "#app/routes/inbox.tsx";
import { action as stop } from "#app/routes/notice-stop.tsx";
import { findNewest } from "#app/search/find-newest.server.ts";
import { mergeTopics } from "#app/topics/change-topics.server.ts";
import type { Db } from "#db/open.server.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, START } from "../forum.ts";
import { noticesOf, toldTo } from "../notices/follow.ts";
import { handedBack, leadsTo, signInAs, visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";

const press = (db: Db, person: Person, kind: string, id: string | number, level: string) => {
  const form = new URLSearchParams({ kind, id: `${id}`, level });
  return follow(db, person, readFollowWish(form), { now: START, limits: 100 });
};

const followsOf = (db: Db, { id }: Person) =>
  db
    .selectFrom("follow")
    .select(["kind", "object_id", "level"])
    .where("person_id", "=", id)
    .where("is_by_writing", "=", 0)
    .execute();

test("the branch of an opening post is its thread", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const found = await press(db, mo, "branch", openingId, "every");
  expect(found).toMatchObject({ kind: "thread", id: threadId });
  await reply(db, ben, threadId);
  await deliverAll(db);
  expect(await toldTo(db, mo)).toEqual(["thread 1"]);
});

test("a search for a number is no other search that has the number as its id", async () => {
  const { db, mo } = await openForum();
  const { id } = await press(db, mo, "search", "tulips", "every");
  await press(db, mo, "search", id, "every");
  const asked = await db.selectFrom("followed_search").select("asked").orderBy("id").execute();
  expect(asked.map((search) => search.asked)).toEqual(["tulips", `${id}`]);
});

test("with a search that is let go its notices go, and no others", async () => {
  const { db, ada, ben, mo } = await openForum();
  for (const person of [mo, ben]) await press(db, person, "search", "tulips", "every");
  await press(db, mo, "search", "roses", "every");
  await beginThread(db, ada, { body: "On tulips." });
  await beginThread(db, ada, { body: "On roses." });
  await lookThroughSearches(db, START + 3_600, findNewest, (error) => {
    throw error;
  });
  expect(await toldTo(db, mo)).toEqual(["search 1", "search 1"]);
  await press(db, mo, "search", "tulips", "none");
  expect(await toldTo(db, mo)).toEqual(["search 1"]);
  expect(await toldTo(db, ben)).toEqual(["search 1"]);
});

test("a notice of a topic that was merged since stops the notices of the one it went to, until that is undone", async () => {
  const { db, ada, mo, root } = await openForum();
  await press(db, mo, "topic", 1, "every");
  await beginThread(db, ada);
  await deliverAll(db);
  await mergeTopics(db, root, 1, 2, "They are the same.", START);
  const [notice] = await noticesOf(db, mo);
  const send = (form: Record<string, string>) =>
    leadsTo(stop(visit(db, "/", { person: mo, params: { notice: `${notice!.id}` }, form })));
  expect((await send({})).to).toMatch(/was=every$/);
  expect(await followsOf(db, mo)).toEqual([{ kind: "topic", object_id: 2, level: "nothing" }]);
  await send({ undo: "every" });
  expect(await followsOf(db, mo)).toEqual([{ kind: "topic", object_id: 2, level: "every" }]);
});

test("what comes already is not said to come again", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await reply(db, ben, threadId);
  await deliverAll(db);
  const [notice] = await noticesOf(db, ada);
  const browser = await signInAs(db, ada);
  const params = { notice: `${notice!.id}` };
  const said = async (form: Record<string, string>) => {
    await leadsTo(stop(visit(db, "/", { ...browser, params, form })));
    const { flash } = await db
      .selectFrom("session")
      .select("flash")
      .where("id", "=", browser.sessionId)
      .executeTakeFirstOrThrow();
    return flash;
  };
  await said({});
  expect(await said({ undo: "kind" })).toContain('"inbox.undone"');
  expect(await said({ undo: "kind" })).toContain('"inbox.undone.not"');
  const page = (await inbox(visit(db, "/inbox", { person: ada }))) as { stops: unknown[] };
  expect(page.stops).toEqual([]);
});

test("whether to follow by writing is changed as often as anything that one follows", async () => {
  const { db, ada } = await openForum();
  const send = (follows: string) =>
    wishByWriting(visit(db, "/following/by-writing", { person: ada, form: { follows } }));
  for (let times = 0; times < 300; times += 1) await leadsTo(send("1"));
  expect((await handedBack(send("0"))).status).toBe(429);
  const { follows_by_writing } = await db
    .selectFrom("person")
    .select("follows_by_writing")
    .where("id", "=", ada.id)
    .executeTakeFirstOrThrow();
  expect(follows_by_writing).toBe(1);
});
