/** Whom a notice of posts names: those of whose posts it tells, and nobody else. */
import { expect, test } from "vitest";
import { findNotice, listNotices } from "#app/notices/list-notices.server.ts";
import { placeOf, sentenceOf } from "#app/notices/sentence.ts";
import { stopKind, stopLike } from "#app/notices/stop-notices.server.ts";
import type { Person } from "#app/permissions.ts";
import { sayIt } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { find, follow, noticesOf, toldTo } from "./follow.ts";

const IN = "in “Open weights are not open source”.";

const shown = async (db: Db, { id }: Person, muteCount = 0) =>
  (await listNotices(db, { id, muteCount }, "all", null)).notices;
const said = async (db: Db, person: Person, muteCount = 0) =>
  (await shown(db, person, muteCount)).map((notice) => sayIt(sentenceOf(notice)));

test("an answer that mentions is told as an answer where mentions are stopped", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await stopKind(db, ada.id, "mention", true, START);
  const id = await reply(db, ben, threadId, { body: "@Ada, no, and here is why." });
  await deliverAll(db);
  expect(await said(db, ada)).toEqual([`Ben answered you ${IN}`]);
  expect((await shown(db, ada)).map(placeOf)).toEqual([`/posts/${id}`]);
});

test("an answer to which an edit added a mention is still told as an answer", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  await deliverAll(db);
  await db.insertInto("mention").values({ post_id: id, person_id: ada.id }).execute();
  expect(await said(db, ada)).toEqual([`Ben answered you ${IN}`]);
});

test("of answers and mentions each is told by its own notice", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await reply(db, ben, threadId);
  await reply(db, nia, threadId, { body: "@Ada, no, and here is why." });
  await reply(db, ben, threadId);
  await deliverAll(db);
  expect((await said(db, ada)).sort()).toEqual([
    `Ben wrote 2 replies to you ${IN}`,
    `Nia mentioned you ${IN}`,
  ]);
});

test("of a followed branch nobody is named who wrote beside it", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const top = await reply(db, ada, threadId);
  const deep = await reply(db, ada, threadId, { parentId: top });
  await deliverAll(db);
  await follow(db, [mo], "branch", deep, "every");
  const first = await reply(db, ben, threadId, { parentId: deep });
  await reply(db, nia, threadId, { parentId: top });
  await reply(db, ben, threadId, { parentId: first });
  await deliverAll(db);
  expect(await said(db, mo)).toEqual([`Ben wrote 2 replies ${IN}`]);
});

test("where more were written than were told, nobody is named", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await deliverAll(db);
  await follow(db, [mo], "thread", threadId, "every");
  const word = { person_id: mo.id, word: "gannet", shown: "gannet", muted_at: START };
  await db.insertInto("mute_word").values(word).execute();
  const first = await reply(db, ben, threadId);
  await reply(db, nia, threadId, { body: "A gannet." });
  await reply(db, ben, threadId);
  await deliverAll(db);
  await db.deleteFrom("mute_word").execute();
  expect(await toldTo(db, mo)).toEqual(["thread 2"]);
  expect(await said(db, mo)).toEqual([`People wrote 2 replies ${IN}`]);
  expect((await shown(db, mo)).map(placeOf)).toEqual([`/posts/${first}`]);
});

test("what is worth reading by one follow and then another is stopped for the latter", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  for (let more = 0; more < 6; more += 1) await beginThread(db, mo);
  const { threadId } = await beginThread(db, ada);
  await follow(db, [mo], "person", ben.id, "worth");
  // Of a thread that has the same number as Ben.
  await follow(db, [mo], "thread", ben.id, "every");
  const one = await reply(db, ben, threadId);
  await find(db, one);
  await follow(db, [mo], "thread", threadId, "worth");
  const two = await reply(db, nia, threadId);
  await find(db, two);
  const [row, ...none] = await noticesOf(db, mo);
  expect(none).toEqual([]);
  expect(row).toMatchObject({ kind: "worth", count: 2, about_id: threadId });
  await stopLike(db, (await findNotice(db, mo.id, row!.id))!, START);
  const silent = await db
    .selectFrom("follow")
    .select(["kind", "object_id"])
    .where("level", "=", "nothing")
    .execute();
  expect(silent).toEqual([{ kind: "thread", object_id: threadId }]);
});
