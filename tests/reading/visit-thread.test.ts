import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { listNews } from "#app/reading/list-new.server.ts";
import { findLatest, visitThread } from "#app/reading/visit-thread.server.ts";
import { loader as front } from "#app/routes/front.tsx";
import { loader } from "#app/routes/thread.tsx";
import { loader as asJson } from "#app/routes/thread-json.ts";
import { loader as asMarkdown } from "#app/routes/thread-markdown.ts";
import type { Db } from "#db/open.server.ts";
import { takesWrites } from "../db/disturb.ts";
import { interrupted } from "../db/interrupted.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { openPage, openThread } from "../routes/open-page.ts";
import { visit } from "../routes/visit.ts";
import { fillThread } from "../threads/fill.ts";
import { beginThread, reply } from "../threads/thread.ts";

const HOUR = 3600;

const visitsOf = (db: Db) => db.selectFrom("thread_visit").selectAll().execute();
const open = (db: Db, person: Person, threadId: number, now: number, query = "") =>
  openThread(db, person, threadId, { now, query });
/** Opens a thread without a look at its posts. */
const visitNow = async (db: Db, person: Person, threadId: number, now: number) =>
  visitThread(db, person, { threadId, latestId: (await findLatest(db, threadId))! }, now);
const newOn = (page: Awaited<ReturnType<typeof open>>) =>
  Object.entries(page.marks).flatMap(([id, mark]) => (mark.newer ? Number(id) : []));

test("what others wrote since the last visit is new, while one reads and reloads, and no longer", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const first = await reply(db, ben, threadId);
  expect(newOn(await open(db, ada, threadId, START))).toEqual([]);
  const second = await reply(db, ben, threadId, {}, { now: START + HOUR });
  const own = await reply(db, ada, threadId, { parentId: first }, { now: START + HOUR });
  for (const later of [2 * HOUR, 2 * HOUR + 1200, 2 * HOUR + 2400]) {
    const page = await open(db, ada, threadId, START + later);
    expect(newOn(page)).toEqual([second]);
    expect(page.news).toMatchObject({
      since: START,
      posts: { count: 1, first: `#post-${second}`, elsewhere: null },
    });
  }
  expect(own).toBeGreaterThan(second);
  const page = await open(db, ada, threadId, START + 4 * HOUR);
  expect([newOn(page), page.news]).toEqual([[], null]);
});

test("only a page that somebody signed in opens is a visit", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const params = { thread: `${threadId}` };
  await loader(visit(db, `/threads/${threadId}`, { params }));
  await asJson(visit(db, `/threads/${threadId}.json`, { person: ada, params }));
  await asMarkdown(visit(db, `/threads/${threadId}.md`, { person: ada, params }));
  for (const request of [
    new Request("https://forum.example/threads/1", { method: "HEAD" }),
    new Request("https://forum.example/threads/1", { headers: { "sec-purpose": "prefetch" } }),
  ]) {
    await loader({ ...visit(db, "/threads/1", { person: ada, params }), request });
  }
  const none = visit(db, "/threads/99", { person: ada, params: { thread: "99" } });
  expect((await loader(none)).status).toBe(404);
  expect(await visitsOf(db)).toEqual([]);
  await loader(visit(db, `/threads/${threadId}`, { person: ada, params }));
  expect(await visitsOf(db)).toHaveLength(1);
});

test("reading on is not written down at every page", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (const second of [0, 1, 599]) await visitNow(db, ada, threadId, START + second);
  expect(await visitsOf(db)).toMatchObject([{ visited_at: START }]);
  await visitNow(db, ada, threadId, START + 600);
  expect(await visitsOf(db)).toMatchObject([{ visited_at: START + 600 }]);
});

test("where nothing can be written the page is shown with what is new", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await open(db, ada, threadId, START);
  const id = await reply(db, ben, threadId);
  await takesWrites(db, false);
  expect(newOn(await open(db, ada, threadId, START + HOUR))).toEqual([id]);
  await takesWrites(db, true);
  expect(await visitsOf(db)).toMatchObject([{ visited_at: START }]);
});

test("of two pages opened at once the one that shows more counts", async () => {
  const { db, second, ada, ben } = await openTwice();
  const { threadId } = await beginThread(db, ada);
  await visitNow(db, ada, threadId, START);
  let last = 0;
  const slow = interrupted(
    second,
    (row) => "latest" in row,
    async () => {
      last = await reply(db, ben, threadId);
      await visitNow(db, ada, threadId, START + HOUR);
    },
  );
  await visitNow(slow, ada, threadId, START + HOUR);
  expect(await visitsOf(db)).toMatchObject([{ seen_id: last - 1, latest_id: last }]);
});

test("a post that comes while a page is made is new at the next visit", async () => {
  const { db, second, ada, ben } = await openTwice();
  const { threadId } = await beginThread(db, ada);
  await visitNow(db, ada, threadId, START);
  let late = 0;
  const slow = interrupted(
    second,
    (row) => "html" in row,
    async () => {
      late = await reply(db, ben, threadId);
    },
  );
  await open(slow, ada, threadId, START + HOUR);
  expect(newOn(await open(db, ada, threadId, START + 2 * HOUR))).toEqual([late]);
});

test("lists tell what is new in threads that one has visited, with the first of it", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const other = await beginThread(db, ben);
  await visitNow(db, ada, threadId, START);
  const first = await reply(db, ben, threadId);
  await reply(db, ada, threadId);
  await reply(db, ben, threadId);
  await reply(db, ben, other.threadId);
  const ids = [threadId, other.threadId];
  expect(await listNews(db, ada, ids)).toEqual({ [threadId]: { count: 2, firstId: first } });
  expect(await listNews(db, ben, ids)).toEqual({});
  expect(await listNews(db, null, ids)).toEqual({});
  const page = await openPage(db, front.page, ada);
  if (page instanceof Response) throw new Error("The front page leads elsewhere.");
  expect(page.own[`news-${threadId}`]).toContain(`href="/posts/${first}">2 new<`);
  expect(Object.keys(page.own).sort()).toEqual([`news-${threadId}`, "reader"]);
});

test("however much is new, a list counts to a hundred, from an index", async () => {
  const { db, ada, ben } = await openForum();
  const begun = await beginThread(db, ada);
  await visitNow(db, ada, begun.threadId, START);
  const ids = await fillThread(db, begun, ben.id, Array<number>(1_500).fill(-1));
  const read = (handle: Db) => listNews(handle, ada, [begun.threadId]);
  expect(await read(db)).toEqual({ [begun.threadId]: { count: 100, firstId: ids[0] } });
  const plans = await plansOf(db, read);
  expect(plans).toHaveLength(1);
  expect(plans[0]!.join("\n")).toMatch(
    /post USING INDEX post_of_thread \(thread_id=\? AND .*>\?\)/,
  );
  expect(plans[0]!.join("\n")).not.toMatch(/SCAN post|TEMP B-TREE/);
});

test("whoever follows the way through what is new sees all of it, once the pages of branches too, and comes to its end", async () => {
  const { db, ada, ben } = await openForum();
  const begun = await beginThread(db, ada);
  const before = await fillThread(db, begun, ben.id, Array<number>(250).fill(-1));
  await visitNow(db, ada, begun.threadId, START);
  const added: number[] = [];
  for (let place = 0; place < 12; place += 1) {
    added.push(await reply(db, ben, begun.threadId, { parentId: before[place * 21]! }));
  }
  let now = START + HOUR;
  const met = new Set<number>();
  let query: string | null = "?order=old";
  for (let pages = 0; query !== null && pages < 50; pages += 1) {
    const page: Awaited<ReturnType<typeof open>> = await open(db, ada, begun.threadId, now, query);
    for (const id of newOn(page)) met.add(id);
    expect(page.news?.posts.count).toBe(12);
    const elsewhere: string | null = page.news?.posts.elsewhere ?? null;
    query = elsewhere && new URL(elsewhere, "https://forum.example").search;
    now += 60;
  }
  expect(query).toBeNull();
  expect([...met].sort((one, other) => one - other)).toEqual(added);
});

test("where another program holds the database, readers are kept waiting for it once, not at every page", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-visits-"));
  const file = path.join(folder, "forum.db");
  const { db, ada } = await openForum({ file });
  const { threadId } = await beginThread(db, ada);
  const other = new Database(file);
  onTestFinished(() => {
    other.close();
    rmSync(folder, { recursive: true });
  });
  other.exec("begin immediate");
  const begun = performance.now();
  for (let page = 0; page < 10; page += 1) await open(db, ada, threadId, START);
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(await visitsOf(db)).toEqual([]);
  other.exec("commit");
  for (let page = 0; page < 12; page += 1) await open(db, ada, threadId, START);
  expect(await visitsOf(db)).toHaveLength(1);
});
