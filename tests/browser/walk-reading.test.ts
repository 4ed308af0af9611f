/** Reading on: what is new, by key and without scripts, and presses that stay on the page. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { type RunningServer, startServer } from "../http/server.ts";
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
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** A thread of Ada's to which Ben has replied since she was there. */
async function writeNews() {
  const { path, id } = await startThread(ada);
  const seen = await reply(ben, id);
  await ada.get(path);
  const db = openDatabase(server.database);
  await db
    .updateTable("thread_visit")
    .set((row) => ({ visited_at: row("visited_at", "-", 7_200) }))
    .execute();
  await db.destroy();
  const added = [await reply(ben, id), await reply(ben, id), await reply(ben, id)];
  return { path, seen, added };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

test("n goes from one new post to the next, and what is new is said in words", async () => {
  const { path, seen, added } = await writeNews();
  const page = await newPage(server.origin, { visitor: ada });
  await page.goto("/");
  expect(await page.getByRole("link", { name: "3 new" }).first().getAttribute("href")).toBe(
    `/posts/${added[0]}`,
  );
  await page.goto(path);
  await page.getByText(/^3 new since your last visit/).waitFor();
  expect(await page.locator(`#post-${seen} .new`).count()).toBe(0);
  for (const id of added) {
    await page.keyboard.press("n");
    expect(await focused(page)).toBe(`post-${id}`);
    const post = page.getByRole("article", { name: `Ben, post ${id}` });
    await post.getByText("New", { exact: true }).waitFor();
  }
  await page.keyboard.press("n");
  expect(await focused(page)).toBe(`post-${added[2]}`);
  expect(await axe(page)).toEqual([]);
});

test("without scripts links lead from one new post to the next", async () => {
  const { path, added } = await writeNews();
  const page = await newPage(server.origin, { visitor: ada, scripts: false, width: 360 });
  await page.goto(path);
  await page.getByRole("link", { name: "To the first new one" }).click();
  for (const id of added.slice(1)) {
    const next = page.locator("article:target").getByRole("link", { name: "next new" });
    await next.click();
    expect(new URL(page.url()).hash).toBe(`#post-${id}`);
  }
});

test("a post is saved and thanked for without leaving the page, and again without scripts", async () => {
  const { id, path } = await startThread(ada);
  const post = await reply(ben, id);
  const page = await newPage(server.origin, { visitor: ada });
  await page.goto(path);
  const body = page.getByLabel("Your reply");
  await body.fill("Half a thought");
  const article = page.locator(`#post-${post}`);
  const press = (name: string) => article.getByRole("button", { name });
  await press("Save").click();
  await press("Thanks").click();
  await press("Thanked").waitFor();
  await press("Saved").waitFor();
  expect(await body.inputValue()).toBe("Half a thought");
  expect(await axe(page)).toEqual([]);
  const plain = await newPage(server.origin, { visitor: ada, scripts: false });
  await plain.goto(path);
  const own = plain.locator(`#post-${post}`);
  await own.getByRole("button", { name: "Saved" }).click();
  await own.getByRole("button", { name: /^Save / }).waitFor();
  await own.getByRole("button", { name: /^Save / }).click();
  await plain.goto("/saved");
  await plain.getByRole("button", { name: /^Remove/ }).click();
  await plain.getByRole("button", { name: "Undo" }).click();
  await plain.getByRole("button", { name: /^Remove/ }).waitFor();
  const bens = await newPage(server.origin, { visitor: ben });
  await bens.goto(path);
  await bens.getByText("One person thanked you").click();
  await bens.getByText("Thanked by Ada.").waitFor();
});

test("a press that is refused is told on a page", async () => {
  const { id, path } = await startThread(ada);
  const post = await reply(ben, id);
  const visitor = await new Visitor(server.origin).signUp("Cal");
  const page = await newPage(server.origin, { visitor });
  await page.goto(path);
  await visitor.post("/sign-out", {});
  await page
    .locator(`#post-${post}`)
    .getByRole("button", { name: /^Save / })
    .click();
  await page.getByRole("heading", { level: 1, name: "That did not go through" }).waitFor();
  await page.getByRole("link", { name: "Back to the post" }).waitFor();
  expect(takeProblems()).toEqual([expect.stringContaining("status of 401")]);
});
