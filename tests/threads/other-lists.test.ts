/** Lists other than those of threads: each page comes from an index, and goes on where the one before it ended. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { listPeople } from "#app/administration/list-people.server.ts";
import { listAddresses } from "#app/exports/list-addresses.server.ts";
import { DATA_POSTS, readWholeThread } from "#app/exports/read-whole-thread.server.ts";
import { LOG_ENTRIES, readLog } from "#app/log/read-log.server.ts";
import { LIST_POSTS, listPersonPosts } from "#app/posts/list-person-posts.server.ts";
import { listSaved } from "#app/reading/list-saved.server.ts";
import { listTopics } from "#app/topics/list-topics.server.ts";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START, type TestForum } from "../forum.ts";
import { fillThread } from "./fill.ts";
import { beginThread } from "./thread.ts";

const POSTS = 3_000;

/** Ben wrote and saved many posts in Ada's thread, moderators acted now and then among them. */
async function busyForum() {
  const forum = await openForum();
  const { db, ada, ben, mo } = forum;
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ben.id, Array<number>(POSTS).fill(-1));
  const other = { title: "Another", slug: "another", author_id: ada.id, excerpt: "" };
  const others = Array(500).fill({ ...other, started_at: START, active_at: START });
  await db.insertInto("thread").values(others).execute();
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    const events = some.flatMap((id) => [
      { kind: "reply-posted", at: START, post_id: id },
      ...(id % 20 === 0
        ? [{ kind: "thread-locked", at: START, person_id: mo.id, reason: "It goes in circles." }]
        : []),
      ...(id % 30 === 0
        ? [{ kind: "thread-pinned", at: START, person_id: mo.id, reason: "It goes in circles." }]
        : []),
    ]);
    for (const event of events) await db.insertInto("event").values(event).execute();
    await db
      .insertInto("saved_post")
      .values(some.map((id) => ({ person_id: ben.id, post_id: id, saved_at: START + (id % 7) })))
      .execute();
  }
  await sql`analyze`.execute(db);
  return { ...forum, threadId: thread.threadId, ids };
}

type Busy = TestForum & { threadId: number };
type Next = { next: string | null };

const lists: [string, (db: Db, busy: Busy, after: string | null) => Promise<Next>][] = [
  ["a person's replies", (db, { ben }, after) => listPersonPosts(db, ben.id, after)],
  ["what a person saved", (db, { ben }, after) => listSaved(db, ben, after)],
  ["the log", (db, _, after) => readLog(db, after)],
  ["people", (db, _, after) => listPeople(db, "", after)],
  ["the sitemap", async (db) => ({ next: null, threads: await listAddresses(db, 0) })],
  [
    "a thread as data",
    async (db, { threadId }, after) => (await readWholeThread(db, threadId, after)) as Next,
  ],
];

/** A whole table gone through, or its rows sorted: what is sorted and is no table has as many rows as some pages. */
const isUnbounded = (step: string) =>
  /^SCAN (post|thread|event|saved_post)\b(?! USING (COVERING )?INDEX)/.test(step);

test("a page of every list is looked for in an index", async () => {
  const busy = await busyForum();
  for (const [name, list] of lists) {
    const { next } = await list(busy.db, busy, null);
    for (const after of new Set([null, next])) {
      const plans = await plansOf(busy.db, (db) => list(db, busy, after));
      expect([name, ...plans.flat().filter(isUnbounded)]).toEqual([name]);
    }
  }
});

test("of ten thousand topics those with most threads are read without the others", async () => {
  const { db } = await openForum();
  const topics = Array.from({ length: 10_000 }, (_, number) => ({
    ...{ slug: `topic-${number}`, name: `Topic ${number}`, about: "", made_at: START },
    thread_count: (number * 7) % 1_000,
  }));
  for (let from = 0; from < topics.length; from += 1_000) {
    await db
      .insertInto("topic")
      .values(topics.slice(from, from + 1_000))
      .execute();
  }
  await sql`analyze`.execute(db);
  const busiest = await listTopics(db, { most: 8 });
  expect(busiest.map((topic) => topic.threadCount)).toEqual(Array(8).fill(999));
  expect((await listTopics(db)).slice(0, 8)).toEqual(busiest);
  const [plan] = await plansOf(db, (db) => listTopics(db, { most: 8 }));
  expect(plan).toEqual(["SCAN topic USING INDEX topic_by_threads"]);
});

test("the pages of the log show every act of power once, the newest first", async () => {
  const { db } = await busyForum();
  const seen: number[] = [];
  for (let after: string | null = null; ; ) {
    const page = await readLog(db, after);
    expect(page.entries.length).toBeLessThanOrEqual(LOG_ENTRIES);
    seen.push(...page.entries.map((entry) => entry.id));
    after = page.next;
    if (!after) break;
  }
  const acts = await db
    .selectFrom("event")
    .select("id")
    .where("kind", "in", ["thread-locked", "thread-pinned"])
    .orderBy("id", "desc")
    .execute();
  expect(seen).toEqual(acts.map(({ id }) => id));
});

test("among a thousand posts that somebody withdrew the others are found page by page", async () => {
  const { db, ada, ben } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ben.id, Array<number>(1_500).fill(-1));
  await db
    .updateTable("post")
    .set({ withdrawn_at: START })
    .where(sql<boolean>`id % 50 != 0`)
    .execute();
  const seen: number[] = [];
  for (let after: string | null = null; ; ) {
    const page = await listPersonPosts(db, ben.id, after);
    expect(page.posts.length).toBeLessThanOrEqual(LIST_POSTS);
    seen.push(...page.posts.map((post) => post.id));
    after = page.next;
    if (!after) break;
  }
  expect(seen).toEqual(ids.filter((id) => id % 50 === 0).reverse());
});

test("a thread as data is read in parts, each from its own place on", async () => {
  const { db, threadId } = await busyForum();
  const first = await readWholeThread(db, threadId, null);
  expect(first?.posts).toHaveLength(DATA_POSTS);
  const beyond = await readWholeThread(db, threadId, "999999999");
  expect(beyond).toMatchObject({ posts: [], next: null });
});
