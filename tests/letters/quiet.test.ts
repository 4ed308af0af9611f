/** What is followed without wishing to hear of it is in no regular letter. */
import { expect, test } from "vitest";
import { findPosts } from "#app/letters/find-posts.server.ts";
import { openForum, START } from "../forum.ts";
import { follow, found, reply, startThread } from "./people.ts";

/** A thread of a followed topic with a reply that readers found worth reading; and what a letter would tell of. */
async function openWithThread() {
  const forum = await openForum();
  const { db, ada, ben, nia } = forum;
  await follow(db, nia, "topic", 1);
  const thread = await startThread(db, ada);
  const good = await reply(db, ben, thread);
  await found(db, good, 900_000_000);
  const told = async () =>
    (await findPosts(db, { personId: nia.id, since: START })).map(({ id }) => id).sort();
  return { ...forum, thread, good, told };
}

test("a thread of which somebody wishes to hear nothing stays out, though its topic is followed", async () => {
  const { db, nia, thread, good, told } = await openWithThread();
  expect(await told()).toEqual([thread.post, good]);
  await follow(db, nia, "thread", thread.id, "nothing");
  expect(await told()).toEqual([]);
});

test("a branch of which they wish to hear nothing stays out, and the rest of the thread does not", async () => {
  const { db, nia, thread, good, told } = await openWithThread();
  await follow(db, nia, "branch", good, "nothing");
  expect(await told()).toEqual([thread.post]);
});

test("a branch that they follow is told of, though they wish to hear nothing of its thread", async () => {
  const { db, nia, thread, good, told } = await openWithThread();
  await follow(db, nia, "thread", thread.id, "nothing");
  await follow(db, nia, "branch", good);
  expect(await told()).toEqual([good]);
});

test("whom they follow is told of wherever they write", async () => {
  const { db, ben, nia, thread, good, told } = await openWithThread();
  await follow(db, nia, "thread", thread.id, "nothing");
  await follow(db, nia, "person", ben.id);
  expect(await told()).toEqual([good]);
});

test("whom they block is in no regular letter, also where they follow them", async () => {
  const { db, ben, nia, thread, good, told } = await openWithThread();
  await follow(db, nia, "person", ben.id);
  expect(await told()).toEqual([thread.post, good]);
  await db
    .insertInto("block")
    .values({ person_id: nia.id, blocked_id: ben.id, blocked_at: START })
    .execute();
  expect(await told()).toEqual([thread.post]);
});
