/** Who opens a page of a thread has read the notices of what stands on it. */
import { expect, test } from "vitest";
import { PAGE_POSTS } from "#app/posts/page-size.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import type { PostIds } from "#app/reading/shown-posts.ts";
import { loader as thread } from "#app/routes/thread.tsx";
import type { Db } from "#db/open.server.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";
import { fillThread } from "../threads/fill.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { find, follow, noticesOf } from "./follow.ts";

const unread = async (db: Db, person: { id: number }) =>
  (await noticesOf(db, person)).flatMap(({ kind, read_at }) => (read_at === null ? kind : []));

async function begin() {
  const forum = await openForum();
  const { threadId, openingId } = await beginThread(forum.db, forum.ada);
  const open = (query = "", unreadCount = 2) => {
    const how = { part: `${threadId}`, query, now: START + 901, unreadCount };
    return openPage(forum.db, thread.page, forum.ada, how);
  };
  return { ...forum, threadId, openingId, open };
}

test("notices of posts that are all on the page are read by it, and no other person's", async () => {
  const { db, ada, ben, mo, threadId, openingId, open } = await begin();
  await deliverAll(db);
  await follow(db, [mo], "thread", threadId, "every");
  await reply(db, ben, threadId);
  await reply(db, ben, threadId);
  await thankPost(db, ben, openingId, { isThanked: true, now: START });
  await deliverAll(db);
  await open("", 0);
  expect(await unread(db, ada)).toEqual(["thanks", "reply"]);
  await open();
  const kinds = (await noticesOf(db, ada)).map(({ kind, read_at }) => `${kind} ${read_at}`);
  expect(kinds).toEqual(["thanks null", `reply ${START + 901}`]);
  expect(await unread(db, mo)).toEqual(["thread"]);
});

test("the page of a branch reads no notice of another, nor one that tells of others, too", async () => {
  const { db, ada, ben, nia, threadId, open } = await begin();
  const one = await reply(db, nia, threadId);
  const two = await reply(db, ben, threadId, { body: "Do you hear me, @Ada?" });
  await reply(db, nia, threadId);
  await deliverAll(db);
  await open(`branch=${one}`);
  expect(await unread(db, ada)).toEqual(["reply", "mention"]);
  await open(`branch=${two}`);
  expect(await unread(db, ada)).toEqual(["reply"]);
  await open();
  expect(await unread(db, ada)).toEqual([]);
});

test("a page of a long thread reads nothing of what stands on another", async () => {
  const { db, ada, ben, threadId, openingId, open } = await begin();
  await deliverAll(db);
  await fillThread(db, { threadId, openingId }, ben.id, Array<number>(PAGE_POSTS).fill(-1));
  const draft = { body: "@Ada, do you read as far?" };
  const last = await reply(db, ben, threadId, draft, { now: START + 900 });
  await deliverAll(db);
  const page = (await open("order=old")) as { facts: { shown: { ids: PostIds } } };
  expect(page.facts.shown.ids.all).not.toContain(last);
  expect(await unread(db, ada)).toEqual(["mention"]);
});

test("what was read before it is told is told as read, and goes out in no letter", async () => {
  const { db, ada, ben, threadId, open } = await begin();
  await reply(db, ben, threadId, { body: "Do you hear me, @Ada?" });
  await open();
  await deliverAll(db);
  expect(await noticesOf(db, ada)).toMatchObject([
    { kind: "mention", read_at: START, letter_at: null },
  ]);
  await reply(db, ben, threadId, { body: "And now, @Ada?" });
  await deliverAll(db);
  expect(await unread(db, ada)).toEqual(["mention"]);
});

test("what is found worth reading is told also to those who were there before", async () => {
  const { db, ada, ben, threadId, open } = await begin();
  const first = await reply(db, ben, threadId);
  const id = await reply(db, ben, threadId, { parentId: first });
  await follow(db, [ada], "thread", threadId, "worth");
  await open();
  await find(db, id);
  expect(await unread(db, ada)).toEqual(["worth"]);
});
