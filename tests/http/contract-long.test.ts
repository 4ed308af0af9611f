/** Threads longer than a page, over HTTP: cursors, branches, places and anchors. */
import { parse } from "parse5";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { fillThread } from "../threads/fill.ts";
import { attribute, elements, textOf } from "./forms.ts";
import { type NewDatabase, newDatabase, type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { dataOf, linksOf, postsOn } from "./written.ts";

let database: NewDatabase;
let server: RunningServer;
let guest: Visitor;
/** A wide thread, one that goes 1,100 deep, and one of a few hundred posts in branches. */
const threads: { id: number; path: string; ids: number[] }[] = [];

const branches = Array.from({ length: 450 }, (_, place) => (place % 9 === 0 ? -1 : place - 1));
const shapes: [string, number[]][] = [
  ["wide", Array(1_100).fill(-1)],
  ["deep", Array.from({ length: 1_100 }, (_, place) => place - 1)],
  ["branches", branches],
];

beforeAll(async () => {
  database = await newDatabase();
  const db = openDatabase(database.address);
  await migrate(db);
  const about = { about: "", about_html: "", role: "member" as const, level: 1, joined_at: START };
  await db
    .insertInto("person")
    .values({ name: "Ada", name_key: "ada", ...about })
    .execute();
  for (const [index, [title, parents]] of shapes.entries()) {
    const id = index + 1;
    const times = { started_at: START, active_at: START };
    const thread = { id, title, slug: title, author_id: 1, excerpt: "", ...times };
    await db.insertInto("thread").values(thread).execute();
    const opening = { thread_id: id, author_id: 1, depth: 0, kind: "reply" as const };
    const { id: openingId } = await db
      .insertInto("post")
      .values({
        ...opening,
        body: "Go.",
        html: "<p>Go.</p>\n",
        renderer: 1,
        posted_at: START,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .updateTable("thread")
      .set({ opening_post_id: openingId })
      .where("id", "=", id)
      .execute();
    const ids = await fillThread(db, { threadId: id, openingId }, 1, parents);
    threads.push({ id, path: `/threads/${id}-${title}`, ids: [openingId, ...ids] });
  }
  await db.destroy();
  server = await startServer({ database: database.address });
  guest = new Visitor(server.origin);
});
afterAll(async () => {
  await server.stop();
  await database.discard();
});

/** The links of a page to itself that lead nowhere. */
function deadAnchors(html: string) {
  const page = parse(html);
  const names = [
    "html",
    "body",
    "main",
    "section",
    "article",
    "aside",
    "h1",
    "h2",
    "form",
    "div",
    "p",
    "li",
    "textarea",
  ];
  const ids = new Set(elements(page, ...names).map((element) => attribute(element, "id")));
  return linksOf(html).filter((href) => href.startsWith("#") && !ids.has(href.slice(1)));
}

/** The pages from an address on, each leading to the next. */
async function pagesFrom(start: string) {
  const pages: string[] = [];
  for (let next: string | undefined = start; next; ) {
    const { status, body } = await guest.get(next);
    expect([next, status]).toEqual([next, 200]);
    expect([next, deadAnchors(body)]).toEqual([next, []]);
    pages.push(body);
    next = linksOf(body, "next")[0];
  }
  return pages;
}

test.each(["best", "new", "old", "active", "across"])(
  "in the order %s the pages of a wide thread show every post once",
  async (order) => {
    const { path, ids } = threads[0]!;
    const pages = await pagesFrom(`${path}?order=${order}`);
    expect(pages).toHaveLength(6);
    const shown = pages.flatMap((page) => postsOn(page).slice(1));
    expect(shown).toEqual(order === "new" ? ids.slice(1).reverse() : ids.slice(1));
  },
);

test("every branch of a thread longer than a page stands whole on one of its pages, or leads on", async () => {
  const { path, ids } = threads[2]!;
  const shown = new Set<number>();
  const open = await pagesFrom(path);
  for (const page of open) {
    for (const id of postsOn(page)) shown.add(id);
    const more = linksOf(page).filter((href) => href.includes("?branch="));
    for (const href of more) {
      const { body } = await guest.get(href);
      expect([href, deadAnchors(body)]).toEqual([href, []]);
      for (const id of postsOn(body)) shown.add(id);
    }
  }
  expect([...shown].sort((one, other) => one - other)).toEqual(ids);
});

test("a thread 1,100 deep is read to its end by following its links", async () => {
  const { path, ids } = threads[1]!;
  const shown = new Set<number>();
  let pages = 0;
  for (let next: string | undefined = path; next; pages++) {
    const { body } = await guest.get(next);
    expect([next, deadAnchors(body)]).toEqual([next, []]);
    for (const id of postsOn(body)) shown.add(id);
    next = [...body.matchAll(/class="missing"><a href="([^"]+)"/g)].at(-1)?.[1];
  }
  expect(shown.size).toBe(ids.length);
  expect(pages).toBeLessThan(8);
});

test("the address of a post leads to a page that shows it, and says of which thread", async () => {
  for (const { path, ids } of threads) {
    for (const id of [ids[0]!, ids[1]!, ids[300]!, ids.at(-1)!]) {
      const { status, location } = await guest.get(`/posts/${id}`);
      expect([status, location?.endsWith(`#post-${id}`)]).toEqual([302, true]);
      expect(location?.startsWith(path)).toBe(true);
      expect(postsOn((await guest.get(location!)).body)).toContain(id);
    }
  }
});

test("a branch leads to what it answers and to the whole thread", async () => {
  const { path, ids } = threads[1]!;
  const { body } = await guest.get(`${path}?branch=${ids[500]}`);
  expect(linksOf(body)).toEqual(
    expect.arrayContaining([path, `${path}?branch=${ids[499]}#post-${ids[499]}`]),
  );
  expect(textOf(body)).toContain("One branch of the thread");
});

test("as data and as Markdown a long thread comes in parts of a thousand", async () => {
  const { id, ids } = threads[0]!;
  const first = await dataOf(guest, id);
  expect(first.next).toBe(`${server.origin}/threads/${id}.json?after=${ids[999]}`);
  const second = JSON.parse((await guest.get(first.next.slice(server.origin.length))).body);
  expect(second.next).toBeUndefined();
  const all = [...first.posts, ...second.posts].map((post: { id: number }) => post.id);
  expect(all).toEqual(ids);
  const { body } = await guest.get(`/threads/${id}.md`);
  expect(body).toContain(`More posts: ${server.origin}/threads/${id}.md?after=${ids[999]}`);
});

test("no page of a long thread takes long", async () => {
  for (const { path } of threads) {
    const times: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const began = performance.now();
      await guest.get(path);
      times.push(performance.now() - began);
    }
    expect(Math.min(...times)).toBeLessThan(250);
  }
});
