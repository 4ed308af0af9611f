/** Cursors of a list of threads that were altered, or are of another list: the nearest right page, and always a way back. */
import { expect, test } from "vitest";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { serveReading, textOf } from "../http/reading-forum.ts";
import { linksOf } from "../http/written.ts";

const THREADS = 50;

/** Threads of one topic in the same order by votes and by time, of keys that would be any time. */
async function manyThreads(db: Db, authorId: number) {
  const keysOf = (turn: number) => ({
    ...{ started_at: START + turn, active_at: START + turn, best: 1_000 + turn },
  });
  const turns = Array.from({ length: THREADS }, (_, turn) => turn);
  const about = { title: "A thread", slug: "a-thread", author_id: authorId, excerpt: "" };
  await db
    .insertInto("thread")
    .values(turns.map((turn) => ({ ...about, ...keysOf(turn), id: turn + 1 })))
    .execute();
  await db
    .insertInto("thread_topic")
    .values(
      turns.map((turn) => ({
        ...{ ...keysOf(turn), thread_id: turn + 1, topic_id: 1, position: 0 },
      })),
    )
    .execute();
}

async function openLists() {
  const { db, ada } = await openForum();
  await manyThreads(db, ada.id);
  const { ask } = await serveReading(db);
  return async (path: string) => {
    const html = textOf(await ask(path));
    const threads = linksOf(html).filter((href) => /^\/threads\/\d/.test(href));
    return { html, threads, next: linksOf(html, "next")[0] };
  };
}

const lists = ["/", "/topics/open-weights"];

test.each(lists)("a cursor of a list by time begins no list by votes: %s", async (path) => {
  const open = await openLists();
  const first = await open(path);
  expect(first.threads).toHaveLength(20);
  const byTime = new URL((await open(`${path}?order=new`)).next!, "http://forum").searchParams;
  for (const after of ["1.1", "0.0", "99999999999.1", byTime.get("after")]) {
    expect([after, (await open(`${path}?after=${after}`)).threads]).toEqual([after, first.threads]);
  }
});

test.each(lists)("a cursor of a list by votes begins no list by time: %s", async (path) => {
  const open = await openLists();
  const after = new URL((await open(path)).next!, "http://forum").searchParams.get("after");
  expect((await open(`${path}?after=${after}`)).threads).toHaveLength(20);
  for (const order of ["new", "active"]) {
    const first = await open(`${path}?order=${order}`);
    const { threads } = await open(`${path}?order=${order}&after=${after}`);
    expect([order, threads]).toEqual([order, first.threads]);
  }
});

test.each(lists)("a key that another process sealed leads on from its thread: %s", async (path) => {
  const open = await openLists();
  const { threads } = await open(`${path}?after=${"a".repeat(22)}.31`);
  expect(threads[0]).toBe("/threads/30-a-thread");
});

test.each([
  ...lists.flatMap((path) => [
    [`${path}?order=new`, `${path}?order=new`],
    [`${path}?order=active`, `${path}?order=active`],
  ]),
  ["/people/Ada?show=threads", "/people/Ada"],
  ["/people/Ada?show=replies", "/people/Ada?show=replies"],
  ["/log?show=all", "/log"],
  ["/log?office=clock", "/log?office=clock"],
])("beyond the end of %s a link leads back to its first page", async (list, back) => {
  const open = await openLists();
  const { html, threads } = await open(`${list}&after=${list.startsWith("/log") ? "1" : "0.0"}`);
  expect(threads).toEqual([]);
  expect(linksOf(html, "first")).toEqual([back]);
});
