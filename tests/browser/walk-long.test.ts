/** Reading a long thread. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { reply, startThread } from "../http/written.ts";
import { newPage } from "./chromium.ts";

const REPLIES = 30;
const LONG = "An argument that takes its time, with what speaks against it. ".repeat(20);

let server: RunningServer;
let thread: { path: string; id: number };
let replies: number[];

beforeAll(async () => {
  server = await startServer();
  const ada = await new Visitor(server.origin).signUp("Ada");
  thread = await startThread(ada);
  replies = [];
  for (let count = 0; count < REPLIES; count += 1) {
    replies.push(await reply(ada, thread.id, { body: `Reply ${count}. ${LONG}` }));
  }
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** How far below the top of the window a post begins, in pixels. */
const topOf = (page: Page, id: number) =>
  page.locator(`#post-${id}`).evaluate((post) => Math.round(post.getBoundingClientRect().top));

test("how long ago a post was written is said in words, the time itself is its title", async () => {
  const page = await newPage(server.origin);
  await page.goto(`${thread.path}?order=old`);
  const said = page.locator(`#post-${replies[0]} time`);
  expect(await said.innerText()).toMatch(/^(just now|1 minute ago|\d minutes ago)$/);
  expect(await said.getAttribute("title")).toMatch(/^\d+ \w+ \d{4}, \d\d:\d\d$/);
});

test("whoever reads on, looks elsewhere and comes back finds the post on the screen", async () => {
  const page = await newPage(server.origin, { width: 360 });
  await page.goto(`${thread.path}?order=old`);
  const post = replies[20]!;
  await page.locator(`#post-${post}`).evaluate((article) => article.scrollIntoView());
  expect(await topOf(page, post)).toBeLessThan(100);
  await page.goto("/topics");
  await page.goBack();
  await page.waitForFunction((id) => {
    const { top, bottom } = document.querySelector(`#post-${id}`)!.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }, post);
});

test("whoever comes to one post finds it at the top of the window, and scrolls back by as much as they wish", async () => {
  const page = await newPage(server.origin, { width: 360 });
  const middle = replies[15]!;
  await page.goto(`/posts/${middle}`);
  const top = await topOf(page, middle);
  expect(Math.abs(top)).toBeLessThan(100);
  await page.mouse.wheel(0, -400);
  await page.waitForFunction(
    ([id, from]) =>
      document.querySelector(`#post-${id}`)!.getBoundingClientRect().top > (from as number) + 300,
    [middle, top],
  );
  expect((await topOf(page, middle)) - top).toBe(400);
});
