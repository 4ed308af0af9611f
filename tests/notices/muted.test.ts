/** What is muted when a notice is read is what is muted when it is told. */
import { expect, test } from "vitest";
import { follow } from "#app/following/follow.server.ts";
import { muteWords } from "#app/following/mute-words.server.ts";
import { readMuteWords } from "#app/following/words.ts";
import { listNotices } from "#app/notices/list-notices.server.ts";
import { sentenceOf } from "#app/notices/sentence.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { sayIt } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { toldTo } from "./follow.ts";

const TITLE = "Open weights are not open source";
const MUTED = "This is about something that you mute.";
const now = { now: START, limits: 100 };

async function said(db: Db, person: Person): Promise<string[]> {
  const { notices } = await listNotices(db, { id: person.id, muteCount: 1 }, "all", null);
  return notices.map((notice) => sayIt(sentenceOf(notice)));
}

const wish = (
  db: Db,
  person: Person,
  kind: Exclude<FollowKind, "search">,
  id: number,
  level: FollowLevel,
) => follow(db, person, { thing: { kind, id }, level }, now);

const muteWord = (db: Db, person: Person, words: string) =>
  muteWords(db, person, readMuteWords(new URLSearchParams({ words })), now);

test("an answer in a branch that is muted since, however deep, is told as muted", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ben);
  const top = await reply(db, ben, threadId);
  const below = await reply(db, ada, threadId, { parentId: top });
  await reply(db, ben, threadId, { parentId: below });
  await deliverAll(db);
  await wish(db, ada, "branch", top, "muted");
  expect(await said(db, ada)).toEqual([MUTED]);
});

test("an answer in a branch that is kept out of a muted thread is told", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ben);
  const top = await reply(db, ada, threadId);
  await wish(db, ada, "thread", threadId, "muted");
  await wish(db, ada, "branch", top, "worth");
  await reply(db, ben, threadId, { parentId: top });
  await deliverAll(db);
  expect(await toldTo(db, ada)).toEqual(["reply 1"]);
  expect(await said(db, ada)).toEqual([`Ben answered you in “${TITLE}”.`]);
});

test("answers of several people all muted since are muted; of one left, theirs are told", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (const person of [ben, nia]) await reply(db, person, threadId);
  await deliverAll(db);
  await wish(db, ada, "person", ben.id, "muted");
  expect(await said(db, ada)).toEqual([`Nia answered you in “${TITLE}”.`]);
  await wish(db, ada, "person", nia.id, "muted");
  expect(await said(db, ada)).toEqual([MUTED]);
});

test("who said nothing but a muted word is not named", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await muteWord(db, ada, "gannet");
  await reply(db, ben, threadId);
  await reply(db, nia, threadId, { body: "A gannet." });
  await reply(db, ben, threadId);
  await deliverAll(db);
  expect(await said(db, ada)).toEqual([`Ben wrote 2 replies to you in “${TITLE}”.`]);
  await muteWord(db, ada, "weights");
  expect(await said(db, ada)).toEqual([MUTED]);
});

test("thanks for a post deep in a muted branch are not told, and those before are muted", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ben);
  const top = await reply(db, ben, threadId);
  const below = await reply(db, nia, threadId, { parentId: top });
  const own = await reply(db, ada, threadId, { parentId: below });
  await thankPost(db, nia, own, { isThanked: true, now: START });
  expect(await said(db, ada)).toEqual([`Nia thanked you for your post in “${TITLE}”.`]);
  await wish(db, ada, "branch", top, "muted");
  expect(await said(db, ada)).toEqual([MUTED]);
  await thankPost(db, ben, own, { isThanked: true, now: START });
  expect(await toldTo(db, ada)).toEqual(["thanks 1"]);
});

test("thanks of whoever is muted since are muted, and of others told", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { openingId } = await beginThread(db, ada);
  for (const person of [ben, nia]) {
    await thankPost(db, person, openingId, { isThanked: true, now: START });
  }
  await wish(db, ada, "person", ben.id, "muted");
  expect(await said(db, ada)).toEqual([`Nia thanked you for your post in “${TITLE}”.`]);
  await wish(db, ada, "person", nia.id, "muted");
  expect(await said(db, ada)).toEqual([MUTED]);
});
