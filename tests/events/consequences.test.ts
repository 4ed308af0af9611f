import { expect, test } from "vitest";
import { consequences } from "#app/events/consequences.server.ts";
import { hasConsequences, kindsWithConsequences } from "#app/events/event.ts";
import { readEvents } from "#app/events/read-events.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, reply, rowOf, sending } from "../threads/thread.ts";
import { deliverAll } from "./events.ts";

test("the kinds that wait for delivery are those from which something follows", () => {
  expect(Object.keys(consequences).sort()).toEqual([...kindsWithConsequences].sort());
  for (const list of Object.values(consequences)) expect(list).not.toEqual([]);
});

const words = async (db: Db) => {
  const rows = await db.selectFrom("title_word").select("word").orderBy("word").execute();
  return rows.map(({ word }) => word);
};
const retitled = { body: "Other.", version: 1, title: "Closed licences", topics: null };

test("a thread's title and address are found a moment after they were set", async () => {
  const { db, ada } = await openForum();
  const draft = { title: "Open licences", url: "https://paper.example/one" };
  const { threadId, openingId } = await beginThread(db, ada, draft);
  expect(await words(db)).toEqual([]);
  await deliverAll(db);
  expect(await words(db)).toEqual(["license", "open"]);
  expect((await rowOf(db, "thread", threadId)).url_key).toContain("paper.example/one");
  await editPost(db, ada, openingId, retitled, sending());
  expect(await words(db)).toEqual(["license", "open"]);
  await deliverAll(db);
  expect(await words(db)).toEqual(["closed", "license"]);
});

test("whoever quotes a post is compared with it again a moment after it is shown again", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "So it is." });
  const body = `> [Ada](/posts/${openingId}):\n> So it is.\n\nIs it?`;
  const id = await reply(db, ben, threadId, { body });
  await withdrawPost(db, ada, openingId, { isRestored: false, now: START });
  await withdrawPost(db, ada, openingId, { isRestored: true, now: START });
  expect((await rowOf(db, "post", id)).renderer).not.toBe(0);
  await deliverAll(db);
  expect((await rowOf(db, "post", id)).renderer).toBe(0);
  expect((await rowOf(db, "post", openingId)).renderer).not.toBe(0);
});

test("what follows may follow again, also at the same time, and changes nothing more", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada, { title: "Open licences" });
  await editPost(db, ada, openingId, retitled, sending());
  await withdrawPost(db, ada, openingId, { isRestored: false, now: START });
  await withdrawPost(db, ada, openingId, { isRestored: true, now: START });
  await deliverAll(db);
  const all = async () => [await everything(db), await words(db)];
  const before = await all();
  const rows = await db.selectFrom("event").select("id").execute();
  const events = await readEvents(
    db,
    rows.map(({ id }) => id),
  );
  const again = [...events, ...events].flatMap((event) =>
    hasConsequences(event.kind)
      ? consequences[event.kind].map((consequence) => consequence(db, event, START))
      : [],
  );
  expect(again).toHaveLength(8);
  await Promise.all(again);
  expect(await all()).toEqual(before);
});
