/** Feeds for who has them already: nothing is sent, and nothing is asked of the database but their version. */
import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Db } from "#db/open.server.ts";
import { queriesOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { askFeed } from "./ask.ts";

afterAll(stopRendering);

async function openTalk() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const lists = ["", "/topics/open-weights", `/threads/${threadId}`, "/people/Ada", "/log"];
  const feeds = lists.flatMap((path) => [`${path}/feed.xml`, `${path}/feed.json`]);
  return { ...forum, threadId, feeds: [...feeds, "/search/feed.xml?q=licence"] };
}

const markOf = (answer: Response) => answer.headers.get("ETag")!;
const askWith = (db: Db, path: string, condition: string) =>
  askFeed(db, path, { headers: { "If-None-Match": condition } });

test("who has a feed is told that it has not changed, however that is asked", async () => {
  const { db, feeds } = await openTalk();
  for (const path of feeds) {
    const mark = markOf(await askFeed(db, path));
    expect(mark).toMatch(/^W\/"[\w-]{27}"$/);
    for (const condition of [mark, mark.slice(2), `"other", ${mark}`, "*", ` W/"x" ,${mark} `]) {
      const answer = await askWith(db, path, condition);
      expect(answer.status, `${path} with ${condition}`).toBe(304);
      expect(await answer.text()).toBe("");
      expect(markOf(answer)).toBe(mark);
      expect(answer.headers.get("Last-Modified")).toMatch(/ GMT$/);
    }
    for (const condition of ['"other"', "", mark.replace(/^W\/"/, 'W/"x')]) {
      expect((await askWith(db, path, condition)).status).toBe(200);
    }
  }
});

test("whatever changes a feed changes its mark", async () => {
  const { db, ben, threadId } = await openTalk();
  const feeds = [
    ...[`/threads/${threadId}/feed.xml`, "/people/Ben/feed.xml"],
    ...["/feed.json?order=active", "/search/feed.json?q=why"],
  ];
  for (const [place, feed] of feeds.entries()) {
    const mark = markOf(await askFeed(db, feed));
    await reply(db, ben, threadId, {}, { now: START + 60 * (place + 1) });
    const answer = await askWith(db, feed, mark);
    expect(answer.status, feed).toBe(200);
    expect(markOf(answer)).not.toBe(mark);
  }
});

test("that it has not changed costs one question: its version", async () => {
  const { db, feeds } = await openTalk();
  for (const path of feeds) {
    const drawn = await queriesOf(db, (db) => askFeed(db, path));
    const both = await queriesOf(db, async (db) => {
      const mark = markOf(await askFeed(db, path));
      expect((await askWith(db, path, mark)).status).toBe(304);
    });
    expect(both.length - drawn.length, path).toBe(1);
    expect(both.at(-1)!.sql).toMatch(/version/);
    expect(drawn.length).toBeGreaterThan(1);
  }
});

test("a mark tells nothing of a version that shows nothing", async () => {
  const { db, threadId } = await openTalk();
  const path = `/threads/${threadId}/feed.xml`;
  const mark = markOf(await askFeed(db, path));
  // As a vote does whose counts nobody sees yet.
  await db
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", threadId)
    .execute();
  const answer = await askWith(db, path, mark);
  expect(answer.status).toBe(304);
  expect(markOf(answer)).toBe(mark);
});

test("a version of a feed is drawn once for all who ask for it at once, but a search for each", async () => {
  const { db, threadId } = await openTalk();
  const texts = (path: string, times: number) =>
    queriesOf(db, async (db) => {
      await Promise.all(Array.from({ length: times }, () => askFeed(db, path)));
    });
  const countOf = async (path: string, times: number) =>
    (await texts(path, times)).filter(({ sql }) => /octet_length/.test(sql)).length;
  expect(await countOf(`/threads/${threadId}/feed.xml`, 5)).toBe(1);
  expect(await countOf("/search/feed.xml?q=licence", 5)).toBe(5);
});
