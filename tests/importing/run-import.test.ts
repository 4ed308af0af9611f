import { readdirSync } from "node:fs";
import type { KyselyPlugin } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { readListVersion } from "#app/events/list-version.server.ts";
import { readThread } from "#app/threads/read-thread.server.ts";
import { engineOf } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { goOnFromGreatestId } from "../db/disturb.ts";
import { openForum, START } from "../forum.ts";
import { wrongCounts } from "../threads/counts.ts";
import {
  asLines,
  everythingImported,
  importFrom,
  importRows,
  makeFolder,
  outerPost,
  readImported,
  timeOf,
} from "./outer.ts";
import { dice, randomForum, shuffle } from "./random-forum.ts";

test("a thread keeps its times, its structure, the time of an edit and its likes", async () => {
  const { db } = await openForum();
  const rows = [
    outerPost(5, 1, { username: "gannet" }),
    outerPost(5, 2, { reply_to_post_number: 1, username: "petrel" }),
    outerPost(5, 3, {
      ...{ reply_to_post_number: 2, username: "gannet", version: 3 },
      updated_at: "2024-05-01T12:00:00.500Z",
      actions_summary: [{ id: 2, count: 4 }],
    }),
    outerPost(5, 4, { username: "fulmar", reactions: [{ count: 9 }] }),
  ];
  const { counts, told } = await importRows(db, rows);
  expect(told).toEqual([]);
  expect(counts).toMatchObject({
    ...{ threads: { added: 1, there: 0 }, posts: { added: 4, changed: 0, there: 0 } },
    people: { added: 3, there: 0, renamed: 0 },
  });
  const posts = await readImported(db);
  expect(posts.map(({ id, parent_id, depth }) => [id, parent_id, depth])).toEqual([
    [1, null, 0],
    [2, 1, 1],
    [3, 2, 2],
    [4, 1, 1],
  ]);
  expect(posts.map((post) => post.posted_at)).toEqual(rows.map(timeOf));
  expect(posts.map((post) => post.edited_at)).toEqual([null, null, 1_714_564_800, null]);
  expect(posts.map((post) => post.liked_elsewhere)).toEqual([0, 0, 4, 0]);
  const { thread, replies } = await readThread(db, 1, {
    order: "old",
    after: null,
    branchId: null,
  });
  expect(thread).toMatchObject({
    ...{ title: "Thread 5 of the gannets", author: "gannet", replyCount: 3, personCount: 3 },
    startedAt: timeOf(rows[0]!),
    activeAt: timeOf(rows[3]!),
    topics: [{ name: "Imported", slug: "imported" }],
  });
  expect(replies.map((node) => [node.post.id, node.below])).toEqual([
    [2, 1],
    [4, 0],
  ]);
  expect(await wrongCounts(db)).toEqual([]);
});

test("categories become the topics that are wished, which are made where there are none", async () => {
  const { db } = await openForum();
  const rows = [
    outerPost(1, 1, { category_id: 7 }),
    outerPost(2, 1, { category_id: 8 }),
    outerPost(3, 1, { category_id: 9 }),
  ];
  const topics = new Map([
    [7, "Open weights"],
    [8, "Sea birds"],
  ]);
  await importRows(db, rows, { topics });
  const tagged = await db
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select(["topic.name", "topic.thread_count"])
    .orderBy("thread_id")
    .execute();
  expect(tagged).toEqual([
    { name: "Open weights", thread_count: 1 },
    { name: "Sea birds", thread_count: 1 },
    { name: "Imported", thread_count: 1 },
  ]);
});

test("a second run adds nothing and says so", async () => {
  const { db } = await openForum();
  const rows = randomForum(3, 8, 12);
  const first = await importRows(db, rows);
  const before = await everythingImported(db);
  const second = await importRows(db, rows);
  expect(await everythingImported(db)).toEqual(before);
  expect(second.counts).toMatchObject({
    threads: { added: 0, there: first.counts.threads.added },
    posts: { added: 0, changed: 0, there: first.counts.posts.added },
    people: { added: 0, there: first.counts.people.added },
  });
  expect(first.counts.posts.added).toBeGreaterThan(30);
});

test("the order of the lines makes no difference, nor do lines that are there twice", async () => {
  const draw = dice(11);
  const rows = randomForum(7, 8, 12);
  const { db } = await openForum();
  await importRows(db, rows);
  const expected = await everythingImported(db);
  expect(expected.quotation!.length).toBeGreaterThan(3);
  expect(expected.mention!.length).toBeGreaterThan(3);
  expect(await wrongCounts(db)).toEqual([]);
  for (let turn = 0; turn < 6; turn++) {
    const { db } = await openForum();
    await importRows(db, shuffle([...rows, ...rows.slice(0, turn * 5)], draw));
    expect(await everythingImported(db)).toEqual(expected);
  }
});

/** What the public log says of imports. */
const readTold = (db: Db) =>
  db.selectFrom("event").select("reason").where("kind", "=", "imported").execute();

/** Makes every query from the nth on fail, as a kill does for all that is not committed. */
function dyingAfter(queries: number): KyselyPlugin & { asked: () => number } {
  let asked = 0;
  return {
    transformQuery({ node }) {
      asked += 1;
      if (asked > queries) throw new Error("killed");
      return node;
    },
    transformResult: async ({ result }) => result,
    asked: () => asked,
  };
}

test("a run that is killed at any query leaves a whole forum, and the next run makes it what one run makes", {
  timeout: 120_000,
}, async () => {
  const rows = randomForum(21, 5, 9);
  const whole = await openForum();
  const counting = dyingAfter(Number.POSITIVE_INFINITY);
  await importRows(whole.db.withPlugin(counting) as Db, rows);
  const expected = await everythingImported(whole.db);
  const all = counting.asked();
  const told = await readTold(whole.db);
  const kills = engineOf(whole.db) === "sqlite" ? 40 : 10;
  const last = Array.from({ length: 6 }, (_, index) => all - 1 - index);
  for (const at of [
    ...Array.from({ length: kills }, (_, turn) => Math.floor((all * turn) / kills)),
    ...last,
  ]) {
    const { db } = await openForum();
    await expect(importRows(db.withPlugin(dyingAfter(at)) as Db, rows)).rejects.toThrow("killed");
    expect(await wrongCounts(db)).toEqual([]);
    await goOnFromGreatestId(db);
    await importRows(db, rows);
    expect(await everythingImported(db), `killed at query ${at} of ${all}`).toEqual(expected);
    expect(await readTold(db), `killed at query ${at} of ${all}`).toEqual(told);
  }
});

test("a run that is stopped ends between threads, and the next one goes on", async () => {
  const rows = randomForum(4, 8, 6);
  const whole = await openForum();
  const { counts } = await importRows(whole.db, rows);
  const { db } = await openForum();
  let asked = 0;
  const stopped = await importRows(db, rows, { isStopped: () => ++asked > 9 });
  expect(stopped.counts.isCutShort).toBe(true);
  expect(stopped.counts.threads.added).toBeGreaterThan(0);
  expect(stopped.counts.threads.added).toBeLessThan(counts.threads.added);
  const next = await importRows(db, rows);
  expect(next.counts.isCutShort).toBe(false);
  expect(next.counts.threads.there).toBe(stopped.counts.threads.added);
  expect(await everythingImported(db)).toEqual(await everythingImported(whole.db));
});

test("a long thread is written in parts and reads as one", async () => {
  const { db } = await openForum();
  const rows = Array.from({ length: 230 }, (_, index) =>
    outerPost(1, index + 1, {
      raw: index > 0 ? `[quote="x, post:${index}, topic:1"]\nSo.\n[/quote]\n\nNo.` : "First.",
      reply_to_post_number: index > 0 ? index : null,
    }),
  );
  await importRows(db, rows);
  const posts = await readImported(db);
  expect(posts.length).toBe(230);
  expect(posts.every((post, index) => post.depth === index)).toBe(true);
  expect(posts[229]!.body).toBe(`> [${posts[228]!.name}](/posts/229):\n> So.\n\nNo.`);
  expect(posts.filter((post) => post.waits === 1)).toEqual([]);
  expect(await wrongCounts(db)).toEqual([]);
});

test("an edit that a later run brings takes the text's place, and the former stays in the history", async () => {
  const { db } = await openForum();
  const rows = [outerPost(1, 1), outerPost(1, 2, { raw: "The first text." })];
  await importRows(db, rows);
  const edited = { ...rows[1], raw: "The second text.", version: 2 };
  const older = await importRows(db, [{ ...edited, updated_at: rows[1]!.created_at }]);
  expect(older.counts.posts).toEqual({ added: 0, changed: 0, there: 1 });
  const later = await importRows(db, [rows[0]!, { ...edited, updated_at: "2024-06-01T00:00:00Z" }]);
  expect(later.counts.posts).toEqual({ added: 0, changed: 1, there: 1 });
  const [, post] = await readImported(db);
  expect(post).toMatchObject({ body: "The second text.", edited_at: 1_717_200_000 });
  expect(await db.selectFrom("revision").select(["post_id", "body", "version"]).execute()).toEqual([
    { post_id: post!.id, body: "The first text.", version: 1 },
  ]);
  const again = await importRows(db, [{ ...edited, updated_at: "2024-06-01T00:00:00Z" }]);
  expect(again.counts.posts).toEqual({ added: 0, changed: 0, there: 1 });
});

test("new posts of a thread that is here are added to it", async () => {
  const { db } = await openForum();
  await importRows(db, [outerPost(1, 1), outerPost(1, 2)]);
  const { counts } = await importRows(db, [outerPost(1, 3, { reply_to_post_number: 2 })]);
  expect(counts).toMatchObject({ threads: { added: 0, there: 1 }, posts: { added: 1 } });
  const posts = await readImported(db);
  expect(posts.map((post) => [post.thread_id, post.parent_id])).toEqual([
    [1, null],
    [1, 1],
    [1, 2],
  ]);
  expect(await wrongCounts(db)).toEqual([]);
});

test("a thread whose first post is missing begins with a placeholder that says so, until the post comes", async () => {
  const { db } = await openForum();
  await importRows(db, [outerPost(1, 2, { username: "petrel" }), outerPost(1, 3)]);
  const [opening, ...replies] = await readImported(db);
  expect(opening).toMatchObject({ name: "imported", number: null, parent_id: null });
  expect(opening!.body).toMatch(/^The first post of this thread was not part of what was imported/);
  expect(opening!.posted_at).toBe(timeOf(outerPost(1, 2)));
  expect(replies.map((post) => post.parent_id)).toEqual([opening!.id, opening!.id]);
  expect(await wrongCounts(db)).toEqual([]);

  const first = outerPost(1, 1, { username: "petrel", raw: "Here it begins." });
  await importRows(db, [first]);
  const [begun, ...same] = await readImported(db);
  expect(begun).toMatchObject({
    ...{ id: opening!.id, name: "petrel", body: "Here it begins.", number: 1 },
    posted_at: timeOf(first),
  });
  expect(same).toEqual(replies);
  const thread = await db.selectFrom("thread").selectAll().executeTakeFirstOrThrow();
  expect(thread).toMatchObject({ excerpt: "Here it begins.", started_at: timeOf(first) });
  expect(await wrongCounts(db)).toEqual([]);
});

test("quotations of posts that come later lead to them in the end, over runs too", async () => {
  const { db } = await openForum();
  const quoting = outerPost(1, 1, {
    raw: '[quote="petrel, post:1, topic:9"]\nLater.\n[/quote]\n\nAnd https://birds.example/t/later/9.',
  });
  await importRows(db, [quoting]);
  expect((await readImported(db))[0]).toMatchObject({
    body: "> [petrel](https://birds.example/t/9/1) wrote:\n>\n> Later.\n\nAnd https://birds.example/t/later/9.",
    waits: 1,
  });
  await importRows(db, [quoting, outerPost(9, 1, { username: "petrel" })]);
  const [first, second] = await readImported(db);
  expect(first).toMatchObject({
    body: `> [petrel](/posts/${second!.id}):\n> Later.\n\nAnd [Thread 9 of the gannets](/threads/2).`,
    waits: 0,
  });
  expect(await db.selectFrom("quotation").selectAll().execute()).toEqual([
    { post_id: first!.id, quoted_post_id: second!.id },
  ]);
  expect(await db.selectFrom("revision").selectAll().execute()).toEqual([]);
});

test("a text that leads to a post that came later is new in the lists that show its beginning", async () => {
  /** How much newer the lists are when another thread came. */
  const raisedWith = async (raw: string) => {
    const { db } = await openForum();
    const rows = [outerPost(1, 1, { raw })];
    await importRows(db, rows);
    const before = await readListVersion(db);
    await importRows(db, [...rows, outerPost(9, 1)]);
    return (await readListVersion(db)) - before;
  };
  const waiting = await raisedWith("See https://birds.example/t/later/9.");
  expect(waiting).toBe((await raisedWith("See nothing.")) + 1);
});

test("a run that is not given the forum's address takes no links away", async () => {
  const { db } = await openForum();
  const rows = [
    outerPost(1, 1),
    outerPost(1, 2, {
      raw: 'See https://birds.example/t/thread/1.\n\n[quote="petrel, post:1, topic:9"]\nLater.\n[/quote]',
    }),
  ];
  await importRows(db, rows);
  const before = await everythingImported(db);
  await importRows(db, rows, { origin: null });
  expect(await everythingImported(db)).toEqual(before);
  await importRows(db, [...rows, outerPost(9, 1)], { origin: null });
  expect((await readImported(db))[1]).toMatchObject({
    body: "See [Thread 1 of the gannets](/threads/1).\n\n> [petrel](/posts/3):\n> Later.",
    waits: 0,
  });
  await importRows(db, [outerPost(1, 1, { raw: rows[1]!.raw })], { source: "Fish", origin: null });
  expect((await readImported(db)).at(-1)!.body).toContain("https://birds.example/t/thread/1");
});

test("what was imported stands in the public log", async () => {
  const { db } = await openForum();
  await importRows(db, [outerPost(1, 1), outerPost(1, 2)]);
  await importRows(db, [outerPost(1, 1), outerPost(1, 2)]);
  const events = await db
    .selectFrom("event")
    .select(["at", "reason", "details"])
    .where("kind", "=", "imported")
    .execute();
  expect(events).toEqual([
    {
      at: START,
      reason: "2 posts came with one new thread.",
      details: '{"before":null,"after":"Seabirds"}',
    },
  ]);
});

test("posts of another forum under the same name take nobody's place here, and are told", async () => {
  const { db } = await openForum();
  await importRows(db, [
    outerPost(1, 1, { id: 11, username: "ann", raw: "Ann's words." }),
    outerPost(1, 2, { id: 12, username: "bob", raw: "Bob's words." }),
  ]);
  const before = await everythingImported(db);
  const late = { version: 2, updated_at: "2025-01-01T00:00:00Z" };
  const strange = [
    [
      outerPost(1, 1, { ...late, id: 901, username: "zed", raw: "Zed's words." }),
      outerPost(1, 2, { ...late, id: 902, username: "yak", raw: "Yak's words." }),
      outerPost(1, 3, { id: 903, username: "yak", raw: "More of Yak's." }),
    ],
    [outerPost(1, 1, { ...late, id: 11, username: "zed", raw: "Zed's words." })],
    [
      outerPost(1, 2, {
        ...{ ...late, id: 12, username: "bob", raw: "Another Bob's." },
        created_at: "2024-05-05T00:00:00Z",
      }),
    ],
    [outerPost(7, 1, { id: 11, username: "zed", raw: "Zed's words." })],
  ];
  for (const rows of strange) {
    const { told, counts } = await importRows(db, rows);
    const words = "a post of another forum has its place here; name that forum with a --source";
    expect(told).toEqual(
      rows.map((_, index) => expect.stringContaining(`posts.ndjson:${index + 1}: ${words}`)),
    );
    expect(counts.posts).toEqual({ added: 0, changed: 0, there: 0 });
    const after = await everythingImported(db);
    expect([after.post, after.thread, after.revision]).toEqual([
      before.post,
      before.thread,
      before.revision,
    ]);
  }
  await importRows(db, strange[0]!, { source: "Yaks" });
  const bodies = (await readImported(db)).map((post) => post.body);
  expect(bodies).toEqual([
    "Ann's words.",
    "Bob's words.",
    "Zed's words.",
    "Yak's words.",
    "More of Yak's.",
  ]);
});

test("a row that does not say the title leaves the thread the title that it has", async () => {
  const { db } = await openForum();
  const first = outerPost(1, 1, { topic_title: "A good title, is it not?" });
  await importRows(db, [first, outerPost(2, 2, { topic_title: "Another good one!" })]);
  const bare = { topic_title: undefined, version: 2, updated_at: "2024-06-01T00:00:00Z" };
  await importRows(db, [{ ...first, ...bare, raw: "Edited." }, outerPost(2, 1, bare)]);
  const posts = await readImported(db);
  expect(posts.map(({ body, title }) => [body, title])).toEqual([
    ["Edited.", "A good title, is it not?"],
    ["Post 1 of thread 2.", "Another good one!"],
    ["Post 2 of thread 2.", "Another good one!"],
  ]);
  const slugs = await db.selectFrom("thread").select("slug").execute();
  expect(slugs).toEqual([{ slug: "a-good-title-is-it-not" }, { slug: "another-good-one" }]);
  await importRows(db, [outerPost(3, 1, { topic_title: null, topic_slug: "from-its-address" })]);
  expect((await readImported(db)).at(-1)!.title).toBe("From its address");
});

test("an address that somebody wrote stays theirs, also where it looks like a post not yet written", async () => {
  const { db } = await openForum();
  const raw = "See /posts/700000000000000 and [this](/posts/700000000000000).";
  const quote = '[quote="fulmar, post:1, topic:1"]\nThread.\n[/quote]\n';
  await importRows(db, [outerPost(1, 1), outerPost(1, 2, { raw: quote + raw })]);
  const [first, second] = await readImported(db);
  expect(second!.body).toBe(`> [fulmar](/posts/${first!.id}):\n> Thread.\n\n${raw}`);
  expect(second!.html).toContain('href="/posts/700000000000000"');
});

test("texts that wait to be written have no name on the disk, so that a run that is killed leaves none", async () => {
  const { db } = await openForum();
  const folder = makeFolder({});
  const before = process.env.TMPDIR;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });
  const files = makeFolder({ "posts.ndjson": asLines([outerPost(1, 1), outerPost(2, 1)]) });
  process.env.TMPDIR = folder;
  const seen: string[] = [];
  const isStopped = () => {
    seen.push(...readdirSync(folder));
    return false;
  };
  const { counts } = await importFrom(db, files, ["posts.ndjson"], { isStopped });
  expect(counts.posts.added).toBe(2);
  expect(seen).toEqual([]);
});
