import { describe, expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { refreshThreads } from "#app/ranking/refresh-threads.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, openTwice, START, type TestForum } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { addReaders } from "../votes/readers.ts";
import { find, follow, toldTo } from "./follow.ts";

/** Counts are shown after half a day. */
const LATER = 13 * 3600;
const founds = async (db: Db) =>
  (await db.selectFrom("event").select("post_id").where("kind", "=", "post-found").execute()).map(
    ({ post_id }) => post_id,
  );
const show = (db: Db, shownAt: number | null) =>
  db.updateTable("tally").set({ shown_at: shownAt }).execute();
async function vote(db: Db, people: readonly Person[], postId: number) {
  for (const person of people) await castVote(db, person, postId, { worth: 1 }, START);
}

async function begin(forum: TestForum) {
  const { db, ada, ben } = forum;
  const { threadId, openingId } = await beginThread(db, ada);
  const postId = await reply(db, ben, threadId);
  return { threadId, openingId, postId, readers: await addReaders(db, 6) };
}

describe("a reply", () => {
  test("that three find worth reading is told once to those who follow for that", async () => {
    const forum = await openForum();
    const { db, nia, mo, root, ada, ben } = forum;
    const { threadId, postId, readers } = await begin(forum);
    await follow(db, [nia], "thread", threadId, "worth");
    await follow(db, [mo], "topic", 1, "worth");
    await follow(db, [root], "thread", threadId, "every");
    await deliverAll(db);
    await vote(db, readers.slice(0, 3), postId);
    await show(db, START);
    await refreshThreads(db, START + LATER);
    expect(await founds(db)).toEqual([postId]);
    await deliverAll(db);
    expect(await toldTo(db, nia)).toEqual(["worth 1"]);
    expect(await toldTo(db, mo)).toEqual(["worth 1"]);
    expect(await toldTo(db, root)).toEqual(["thread 1"]);
    expect(await toldTo(db, ada)).toEqual(["reply 1"]);
    expect(await toldTo(db, ben)).toEqual([]);
    await vote(db, readers.slice(3), postId);
    await refreshThreads(db, START + LATER);
    expect(await founds(db)).toEqual([postId]);
  });

  test.each<[string, (forum: TestForum, found: Awaited<ReturnType<typeof begin>>) => unknown]>([
    [
      "of two votes",
      ({ db }, { postId }) =>
        db.updateTable("tally").set({ voter_count: 2 }).where("post_id", "=", postId).execute(),
    ],
    ["that insults", ({ db }) => db.updateTable("tally").set({ insult: 900_000_000 }).execute()],
    [
      "that was withdrawn",
      ({ db, ben }, { postId }) => withdrawPost(db, ben, postId, { isRestored: false, now: START }),
    ],
    [
      "that is old",
      ({ db }) =>
        db
          .updateTable("tally")
          .set({ posted_at: START - 40 * 86_400 })
          .execute(),
    ],
  ])("%s is not told as worth reading", async (_, change) => {
    const forum = await openForum();
    const { db } = forum;
    const begun = await begin(forum);
    await vote(db, begun.readers.slice(0, 3), begun.postId);
    await show(db, START);
    await change(forum, begun);
    await refreshThreads(db, START + LATER);
    expect(await founds(db)).toEqual([]);
  });
});

test("while the votes on a reply are hidden it is not told as worth reading", async () => {
  const forum = await openForum();
  const { postId, readers } = await begin(forum);
  await vote(forum.db, readers.slice(0, 3), postId);
  await refreshThreads(forum.db, START + 3600);
  expect(await founds(forum.db)).toEqual([]);
});

test("an opening post is not told a second time", async () => {
  const forum = await openForum();
  const { openingId, readers } = await begin(forum);
  await vote(forum.db, readers, openingId);
  await show(forum.db, START);
  await refreshThreads(forum.db, START + LATER);
  expect(await founds(forum.db)).toEqual([]);
});

test("two processes that follow the same votes find a reply once", async () => {
  const forum = await openTwice();
  const { db, second } = forum;
  const { postId, readers } = await begin(forum);
  await vote(db, readers, postId);
  await show(db, START);
  await Promise.all([refreshThreads(db, START + LATER), refreshThreads(second, START + LATER)]);
  expect(await founds(db)).toEqual([postId]);
});

test("what was told as it came is not told again as worth reading, though one follows less since", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await deliverAll(db);
  await follow(db, [mo, nia], "thread", threadId, "every");
  const id = await reply(db, ben, threadId);
  await deliverAll(db);
  await db.updateTable("notice").set({ read_at: START }).where("person_id", "=", nia.id).execute();
  await follow(db, [mo, nia], "thread", threadId, "worth");
  await find(db, id);
  for (const person of [mo, nia]) expect(await toldTo(db, person)).toEqual(["thread 1"]);
  await find(db, await reply(db, ben, threadId));
  expect(await toldTo(db, nia)).toEqual(["thread 1", "worth 1"]);
});
