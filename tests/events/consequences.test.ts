import { expect, test } from "vitest";
import { consequences } from "#app/events/consequences.server.ts";
import { kindsWithConsequences } from "#app/events/event.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, sending } from "../threads/thread.ts";
import { deliverAll } from "./events.ts";

test("the kinds that wait for delivery are those from which something follows", () => {
  expect(Object.keys(consequences).sort()).toEqual([...kindsWithConsequences].sort());
  for (const list of Object.values(consequences)) expect(list).not.toEqual([]);
});

const words = async (db: Db) =>
  (await db.selectFrom("title_word").select("word").orderBy("word").execute()).map(
    ({ word }) => word,
  );

test("a thread's title is found a moment after it was set, however often that is done", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, {
    title: "Open licences",
    url: "https://paper.example/one",
  });
  expect(await words(db)).toEqual([]);
  await deliverAll(db);
  const taken = await words(db);
  expect(taken).toHaveLength(2);
  const edit = { body: "Other.", version: 1, title: "Closed licences", topics: null };
  await editPost(db, ada, openingId, edit, sending());
  expect(await words(db)).toEqual(taken);
  await deliverAll(db);
  const retaken = await words(db);
  expect(retaken).toHaveLength(2);
  expect(retaken).not.toEqual(taken);

  const event = { id: 1, kind: "thread-started", at: 1, threadId } as const;
  const all = Object.values(consequences).flat();
  await Promise.all([...all, ...all].map((consequence) => consequence(db, event, 1)));
  expect(await words(db)).toEqual(retaken);
  const thread = db.selectFrom("thread").select("url_key").where("id", "=", threadId);
  expect((await thread.executeTakeFirst())?.url_key).toContain("paper.example/one");
});
