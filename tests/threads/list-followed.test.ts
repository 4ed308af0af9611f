/** The order of following: what one follows, unread first. */
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { findFollowedThreads, MOST_LOOKED_AT } from "#app/threads/find-followed-threads.server.ts";
import { listFollowed, MOST_OTHERS } from "#app/threads/list-followed.server.ts";
import { LIST_THREADS } from "#app/threads/list-threads.server.ts";
import type { Db } from "#db/open.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "./thread.ts";

afterAll(stopRendering);

const BEST = 40_000_000_000;

async function follow(
  db: Db,
  { id }: { id: number },
  kind: FollowKind,
  objectId: number,
  level: FollowLevel = "worth",
) {
  await db
    .insertInto("follow")
    .values({ person_id: id, kind, object_id: objectId, level, followed_at: START })
    .execute();
  if (level !== "muted") return;
  await db
    .updateTable("person")
    .set((eb) => ({ mute_count: eb("mute_count", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Titles of the pages of a reader, down to the last. */
async function titlesFor(db: Db, person: { id: number }) {
  const { mute_count: muteCount } = await db
    .selectFrom("person")
    .select("mute_count")
    .where("id", "=", person.id)
    .executeTakeFirstOrThrow();
  const titles: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await listFollowed(db, { person, muteCount }, after);
    expect(page.threads.length).toBeLessThanOrEqual(LIST_THREADS);
    titles.push(...page.threads.map(({ title }) => title));
    after = page.next;
    if (!after) return titles;
  }
}

const place = (db: Db, threadId: number, best: number) =>
  Promise.all([
    db.updateTable("thread").set({ best }).where("id", "=", threadId).execute(),
    db.updateTable("thread_topic").set({ best }).where("thread_id", "=", threadId).execute(),
  ]);

const see = (db: Db, person: { id: number }, threadId: number, latestId: number) =>
  db
    .insertInto("thread_visit")
    .values({
      ...{ person_id: person.id, thread_id: threadId },
      ...{ seen_id: 0, seen_at: START, latest_id: latestId, visited_at: START },
    })
    .execute();

test("the threads of followed topics come by their worth, and no others", async () => {
  const { db, ada, ben } = await openForum();
  const one = await beginThread(db, ben, { title: "One", topics: ["Open weights"] });
  const two = await beginThread(db, ben, { title: "Two", topics: ["Open weights", "Licences"] });
  await beginThread(db, ben, { title: "Three", topics: ["Licences"] });
  await place(db, one.threadId, BEST);
  await place(db, two.threadId, BEST + 5);
  expect(await titlesFor(db, ada)).toEqual([]);
  await follow(db, ada, "topic", 1);
  expect(await titlesFor(db, ada)).toEqual(["Two", "One"]);
  await follow(db, ada, "topic", 2, "nothing");
  expect((await titlesFor(db, ada)).sort()).toEqual(["One", "Three", "Two"]);
});

test("a thread that is followed itself is there, and so is that of a followed branch", async () => {
  const { db, ada, ben } = await openForum();
  const one = await beginThread(db, ben, { title: "One" });
  const two = await beginThread(db, ben, { title: "Two" });
  await beginThread(db, ben, { title: "Three" });
  await follow(db, ada, "thread", one.threadId, "every");
  await follow(db, ada, "branch", await reply(db, ben, two.threadId));
  expect((await titlesFor(db, ada)).sort()).toEqual(["One", "Two"]);
});

test("what followed people began or wrote in lately is there, but not for a reply that was withdrawn", async () => {
  const { db, ada, ben, nia } = await openForum();
  await beginThread(db, ben, { title: "Ben’s" });
  const nias = await beginThread(db, nia, { title: "Nia’s" });
  const other = await beginThread(db, nia, { title: "Nia’s other" });
  await reply(db, ben, nias.threadId);
  const withdrawn = await reply(db, ben, other.threadId);
  await withdrawPost(db, ben, withdrawn, { isRestored: false, now: START });
  await follow(db, ada, "person", ben.id);
  expect((await titlesFor(db, ada)).sort()).toEqual(["Ben’s", "Nia’s"]);
});

test("what one has read to its end comes after all that is new, until somebody writes again", async () => {
  const { db, ada, ben } = await openForum();
  const one = await beginThread(db, ben, { title: "One" });
  const two = await beginThread(db, ben, { title: "Two" });
  const three = await beginThread(db, ben, { title: "Three" });
  for (const [index, { threadId }] of [one, two, three].entries()) {
    await place(db, threadId, BEST - index);
  }
  await follow(db, ada, "topic", 1);
  await see(db, ada, one.threadId, one.openingId);
  expect(await titlesFor(db, ada)).toEqual(["Two", "Three", "One"]);
  await reply(db, ben, one.threadId);
  expect(await titlesFor(db, ada)).toEqual(["One", "Two", "Three"]);
});

test("what is muted is left out, however else it is followed", async () => {
  const { db, ada, ben, nia } = await openForum();
  const one = await beginThread(db, ben, { title: "One" });
  await beginThread(db, nia, { title: "Two" });
  await beginThread(db, ben, { title: "Three" });
  await follow(db, ada, "topic", 1);
  await follow(db, ada, "person", nia.id, "muted");
  await follow(db, ada, "thread", one.threadId, "muted");
  expect(await titlesFor(db, ada)).toEqual(["Three"]);
});

test("what one chose to follow is there, however much one writes in that is worth more", async () => {
  const { db, ada, ben } = await openForum();
  await manyThreads(db, ben.id);
  const of = { person_id: ada.id, kind: "thread" as const, followed_at: START };
  const follows = Array.from({ length: 900 }, (_, place) => place + 1).map((id) =>
    id === 850
      ? { ...of, object_id: id, level: "every" as const, is_by_writing: 0 }
      : { ...of, object_id: id, level: "worth" as const, is_by_writing: 1 },
  );
  await db.insertInto("follow").values(follows).execute();
  const titles = await titlesFor(db, ada);
  expect(titles).toContain("850");
  expect(titles).toHaveLength(MOST_OTHERS + 1);
});

test("muted threads take nobody's place", async () => {
  const { db, ada, ben, nia } = await openForum();
  await manyThreads(db, ben.id);
  await db.updateTable("thread").set({ author_id: nia.id }).where("id", "<=", 100).execute();
  await follow(db, ada, "topic", 1);
  await follow(db, ada, "topic", 2);
  await follow(db, ada, "person", nia.id, "muted");
  const titles = (await titlesFor(db, ada)).map(Number);
  expect(titles).toEqual(Array.from({ length: MOST_OTHERS }, (_, place) => place + 101));
});

const THREADS = 1_000;

/** Many threads in two topics by Ben, the first of them the best. */
async function manyThreads(db: Db, authorId: number) {
  const numbers = Array.from({ length: THREADS }, (_, place) => place + 1);
  const keys = (id: number) => ({
    ...{ started_at: START - id, active_at: START, best: BEST - id },
  });
  for (let from = 0; from < THREADS; from += 250) {
    const batch = numbers.slice(from, from + 250);
    const same = { slug: "a-thread", author_id: authorId, excerpt: "" };
    await db
      .insertInto("thread")
      .values(batch.map((id) => ({ id, title: String(id), ...same, ...keys(id) })))
      .execute();
    await db
      .insertInto("thread_topic")
      .values(
        batch.map((id) => ({ thread_id: id, topic_id: 1 + (id % 2), position: 0, ...keys(id) })),
      )
      .execute();
    await db
      .insertInto("post")
      .values(
        batch.map((id) => ({
          ...{ id, thread_id: id, author_id: authorId, depth: 0, kind: "reply" as const },
          ...{ body: "", html: "", renderer: 1, posted_at: START - id },
        })),
      )
      .execute();
  }
}

test("the pages show each thread once, those that are read after the others, to a bounded end", async () => {
  const { db, ada, ben } = await openForum();
  await manyThreads(db, ben.id);
  await follow(db, ada, "topic", 1);
  await follow(db, ada, "topic", 2);
  for (const id of [1, 7, 50]) await see(db, ada, id, id);
  const titles = (await titlesFor(db, ada)).map(Number);
  const unread = Array.from({ length: MOST_OTHERS + 3 }, (_, place) => place + 1).filter(
    (id) => ![1, 7, 50].includes(id),
  );
  expect(titles).toEqual(unread);
  await db
    .updateTable("follow")
    .set({ kind: "thread", object_id: 7 })
    .where("object_id", "=", 2)
    .execute();
  const ofOne = Array.from({ length: MOST_OTHERS }, (_, place) => 2 * (place + 1));
  expect((await titlesFor(db, ada)).map(Number)).toEqual([
    ...ofOne.filter((id) => id !== 50),
    ...[7, 50],
  ]);
});

test("a cursor leads on from where it was, whatever was read meanwhile, also one of another process", async () => {
  const { db, ada, ben } = await openForum();
  await manyThreads(db, ben.id);
  await follow(db, ada, "topic", 1);
  const reader = { person: ada, muteCount: 0 };
  const first = await listFollowed(db, reader, null);
  const last = first.threads.at(-1)!;
  for (const { id } of first.threads) await see(db, ada, id, id);
  const second = await listFollowed(db, reader, first.next);
  expect(second.threads.map(({ title }) => Number(title))[0]).toBe(Number(last.title) + 2);
  const strange = await listFollowed(db, reader, `AAAAAAAAAAAAAAAAAAAAAA.${second.threads[0]!.id}`);
  expect(strange.threads.map(({ id }) => id)).toEqual(
    [...second.threads.slice(1).map(({ id }) => id)].concat(strange.threads.at(-1)!.id),
  );
  expect((await listFollowed(db, reader, "nonsense")).threads).toHaveLength(LIST_THREADS);
});

test("whoever follows very much is shown the best of it by as much work, from indexes", async () => {
  const { db, ada, ben } = await openForum();
  await manyThreads(db, ben.id);
  const topics = Array.from({ length: MOST_LOOKED_AT + 50 }, (_, place) => place + 3);
  await db
    .insertInto("topic")
    .values(topics.map((id) => ({ id, slug: `t${id}`, name: `T${id}`, about: "", made_at: START })))
    .execute();
  const of = { person_id: ada.id, level: "worth" as const, followed_at: START };
  const rows = [
    ...[1, 2, ...topics].map((id) => ({ ...of, kind: "topic" as const, object_id: id })),
    ...topics.map((id) => ({ ...of, kind: "thread" as const, object_id: id })),
    { ...of, kind: "person" as const, object_id: ben.id },
    { ...of, kind: "branch" as const, object_id: 9 },
  ];
  await db.insertInto("follow").values(rows).execute();
  const found = await findFollowedThreads(db, ada.id);
  // Those that are followed themselves, and Ben's best.
  const best = Array.from({ length: 400 }, (_, place) => place + 1);
  expect(found.map(({ id }) => id)).toEqual(best);
  expect(found.filter(({ isChosen }) => isChosen).map(({ id }) => id)).toEqual(topics);
  await sql`analyze`.execute(db);
  const plans = await plansOf(db, (db) => listFollowed(db, { person: ada, muteCount: 0 }, null));
  const steps = plans.slice(0, -1).flat();
  // The five of the cast are as quickly gone through as looked up.
  const work = steps.filter((step) => /TEMP B-TREE|^SCAN (?!json_each|person)/.test(step));
  expect(work).toEqual([]);
});
