/** What happens while a page is open is said on it, and nothing moves. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { settle } from "../http/settled.ts";
import { Visitor } from "../http/visitor.ts";
import { reply, startThread } from "../http/written.ts";
import { axe, newPage, takeProblems } from "./chromium.ts";

let server: RunningServer;
let ada: Visitor;
let ben: Visitor;

beforeAll(async () => {
  server = await startServer();
  ada = await new Visitor(server.origin).signUp("Ada");
  ben = await new Visitor(server.origin).signUp("Ben");
  await settle(server);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** A thread long enough to be scrolled, with three replies. */
async function writeThread() {
  const { path, id } = await startThread(ada, { body: "A long argument.\n\n".repeat(40) });
  for (let number = 0; number < 3; number += 1) await reply(ben, id);
  return { path, id };
}

/** Where everything on the page stands. */
const places = (page: Page) =>
  page.evaluate(() => [
    scrollY,
    ...[...document.querySelectorAll("h1, .post, .reply-box, .foot")].map(
      (each) => each.getBoundingClientRect().top,
    ),
  ]);

/** Gives Ada notices; answers how many she has not read. */
async function tellAda(count: number): Promise<number> {
  const db = openDatabase(server.database);
  const { id } = await db
    .selectFrom("person")
    .select("id")
    .where("name", "=", "Ada")
    .executeTakeFirstOrThrow();
  const notice = { person_id: id, kind: "line", began_at: 1, changed_at: 1 };
  await db
    .insertInto("notice")
    .values(Array.from({ length: count }, () => ({ ...notice, subject: `line:${randomUUID()}` })))
    .execute();
  const unread = db.selectFrom("notice").select("id").where("person_id", "=", id);
  const { length } = await unread.where("read_at", "is", null).execute();
  await db.destroy();
  return length;
}

/** The stream of the page is open. */
const hears = (page: Page) => page.waitForResponse(/\/live(\?|$)/);

/** Another tab is looked at, or this one again. */
const look = (page: Page, isLooking: boolean) =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, !isLooking);

test.each([
  [1280, false],
  [375, true],
])(
  "a reply that is posted meanwhile is told, and nothing moves: %i pixels",
  async (width, dark) => {
    const { path, id } = await writeThread();
    const page = await newPage(server.origin, { visitor: ada, width, dark });
    await Promise.all([hears(page), page.goto(path)]);
    await page.evaluate(() => scrollTo(0, 900));
    const before = await places(page);
    const first = await reply(ben, id);
    const told = page.getByRole("status").getByRole("link", { name: "1 new reply" });
    await told.waitFor();
    expect(await places(page)).toEqual(before);
    expect(await told.evaluate((link) => link.getBoundingClientRect().bottom <= innerHeight)).toBe(
      true,
    );
    await reply(ben, id);
    const both = page.getByRole("link", { name: "2 new replies" });
    await both.waitFor();
    expect(await places(page)).toEqual(before);
    expect(await axe(page)).toEqual([]);
    await both.click();
    await page.waitForURL(new RegExp(`#post-${first}$`));
    await page.getByRole("article", { name: `Ben, post ${first}` }).waitFor();
    expect(await both.count()).toBe(0);
  },
);

test("who is signed out is told too, and whoever runs no scripts finds all on the next page", async () => {
  const { path, id } = await writeThread();
  const page = await newPage(server.origin);
  const plain = await newPage(server.origin, { scripts: false });
  await Promise.all([hears(page), page.goto(path), plain.goto(path)]);
  const post = await reply(ben, id);
  await page.getByRole("link", { name: "1 new reply" }).waitFor();
  expect(await plain.getByRole("link", { name: "1 new reply" }).count()).toBe(0);
  await plain.reload();
  await plain.getByRole("article", { name: `Ben, post ${post}` }).waitFor();
});

test("one's own reply from another window is not told, and the inbox is counted in place", async () => {
  const { path, id } = await writeThread();
  const page = await newPage(server.origin, { visitor: ada });
  await Promise.all([hears(page), page.goto(path)]);
  const title = await page.title();
  const count = page.locator("#inbox .n");
  await reply(ada, id);
  const kept = await tellAda(3);
  expect(kept).toBeGreaterThanOrEqual(3);
  await count.getByText(String(kept), { exact: true }).waitFor();
  expect(await count.isVisible()).toBe(true);
  expect(await page.getByRole("status").getByRole("link").count()).toBe(0);
  expect(await page.title()).toBe(title);
});

test("a page that nobody looks at hears nothing, and hears on when it is looked at again", async () => {
  const { path, id } = await writeThread();
  const page = await newPage(server.origin, { visitor: ada });
  await Promise.all([hears(page), page.goto(path)]);
  await look(page, false);
  await reply(ben, id);
  await Promise.all([hears(page), look(page, true)]);
  await page.getByRole("link", { name: "1 new reply" }).waitFor();
});

test("where the forum takes no more streams the page falls silent", async () => {
  const { path } = await writeThread();
  const page = await newPage(server.origin, { visitor: ada });
  await page.route(/\/live(\?|$)/, (route) => route.fulfill({ status: 503 }));
  await Promise.all([hears(page), page.goto(path)]);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("status").getByRole("link").count()).toBe(0);
  expect(takeProblems().every((problem) => problem.includes("503"))).toBe(true);
});

test("a page for writing is told what is new once it runs, so that nothing typed before is lost", async () => {
  const page = await newPage(server.origin, { visitor: ada });
  let start = () => {};
  const isStarted = new Promise<void>((resolve) => (start = resolve));
  await page.route(/entry\.client/, async (route) => {
    await isStarted;
    await route.continue();
  });
  const heard: string[] = [];
  page.on("request", (request) => {
    if (/\/live(\?|$)/.test(request.url())) heard.push(request.url());
  });
  await page.goto("/threads/new");
  const title = page.getByRole("textbox", { name: "Title" });
  await title.fill("What I typed meanwhile");
  const kept = await tellAda(2);
  expect(heard).toEqual([]);
  start();
  await page.locator("#inbox .n").getByText(String(kept), { exact: true }).waitFor();
  expect(await title.inputValue()).toBe("What I typed meanwhile");
  expect(heard).toHaveLength(1);
});

test("a page of nobody tells no inbox, though its browser has signed in since", async () => {
  const { path, id } = await writeThread();
  const page = await newPage(server.origin);
  await Promise.all([hears(page), page.goto(path)]);
  const cookies = [...ada.cookies].map(([name, value]) => ({ name, value, url: server.origin }));
  await page.context().addCookies(cookies);
  await look(page, false);
  await Promise.all([hears(page), look(page, true)]);
  await reply(ben, id);
  await page.getByRole("link", { name: "1 new reply" }).waitFor();
  expect(takeProblems()).toEqual([]);
});
