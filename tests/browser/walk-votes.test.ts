/** Voting in two browsers, one with scripts and one without: counts stay hidden until the fifth voter, one's own presses never are. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { reply, startThread } from "../http/written.ts";
import { axe, newPage, takeProblems } from "./chromium.ts";

let server: RunningServer;
const people: Record<string, Visitor> = {};

beforeAll(async () => {
  server = await startServer();
  for (const name of ["Ada", "Ben", "Cal", "Dee", "Eve", "Fay", "Nia"]) {
    people[name] = await new Visitor(server.origin).signUp(name);
  }
  const db = openDatabase(server.database);
  await db.updateTable("person").set({ level: 1 }).where("name", "<>", "Nia").execute();
  await db.destroy();
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

const vote = (name: string, post: number, fields: Record<string, string>) =>
  people[name]!.post(`/posts/${post}/vote`, fields);

/** A reply of Ada's on which so many have voted already. */
async function writePost(...voters: string[]) {
  const { id, path } = await startThread(people.Ada!);
  const post = await reply(people.Ada!, id);
  for (const name of voters) await vote(name, post, { worth: "1", agree: "1" });
  return { post, path };
}

const buttonIn = (article: Locator) => (name: string | RegExp) =>
  article.getByRole("button", { name });

/** Loads the page until a button says so: what votes come to follows within a second. */
async function reloadUntil(page: Page, post: number, name: RegExp) {
  const button = page.locator(`#post-${post}`).getByRole("button", { name });
  await expect
    .poll(async () => {
      await page.reload();
      return button.count();
    })
    .toBe(1);
}

test("the counts appear with the fifth voter, whether scripts run or not", async () => {
  const { post, path } = await writePost("Cal", "Dee", "Eve");
  const page = await newPage(server.origin, { visitor: people.Ben! });
  await page.goto(path);
  const button = buttonIn(page.locator(`#post-${post}`));
  await button("Worth reading").click();
  await button("Your vote: Worth reading").waitFor();
  await page.locator(`#post-${post}`).getByText("What makes it so?").waitFor();
  await button("New evidence").click();
  await button("Disagree").click();
  await button("Your vote: Disagree").waitFor();
  expect(await axe(page)).toEqual([]);
  await page.reload();
  await button("Your vote: Worth reading").waitFor();
  expect(await button("Your vote: Disagree").innerText()).not.toMatch(/\d/);

  const plain = await newPage(server.origin, { visitor: people.Fay!, scripts: false, width: 360 });
  await plain.goto(path);
  const press = buttonIn(plain.locator(`#post-${post}`));
  await press(/^Agree/).click();
  await press("Your vote: Agree").waitFor();
  expect(new URL(plain.url()).hash).toBe(`#post-${post}`);
  await reloadUntil(plain, post, /^Worth reading 4$/);
  await press("Your vote: Agree 4").waitFor();
  await press("Disagree 1").waitFor();

  await reloadUntil(page, post, /^Your vote: Worth reading 4$/);
  await button(/^Agree 4/).click();
  await button("Your vote: Agree 5").waitFor();
  await button("Disagree 0").waitFor();
  await button("Your vote: Worth reading 4").click();
  await expect.poll(() => button("Worth reading 3").count()).toBe(1);
  await reloadUntil(page, post, /^Your vote: Agree 5$/);
  await button("Worth reading 3").waitFor();
});

test("without scripts a press pressed again is taken back, and one changes to the other", async () => {
  const { post, path } = await writePost();
  const page = await newPage(server.origin, { visitor: people.Ben!, scripts: false });
  await page.goto(path);
  const press = buttonIn(page.locator(`#post-${post}`));
  await press("Disagree").click();
  await press("Your vote: Disagree").waitFor();
  await press(/^Agree/).click();
  await press("Your vote: Agree").waitFor();
  expect(await press("Your vote:").count()).toBe(1);
  await press("Save").click();
  await press("Saved").waitFor();
  await press("Your vote: Agree").click();
  await press("Saved").waitFor();
  expect(await press("Your vote:").count()).toBe(0);
});

test("a double click is one press, and what does not go through in place is sent as a form", async () => {
  const { post, path } = await writePost();
  const page = await newPage(server.origin, { visitor: people.Ben! });
  await page.goto(path);
  const button = buttonIn(page.locator(`#post-${post}`));
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.postData() ?? "");
  });
  await button("Worth reading").dblclick();
  await button("Your vote: Worth reading").waitFor();
  expect(sent).toEqual(["worth=1"]);
  await page.route("**/vote", (route) =>
    route.request().resourceType() === "fetch" ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await Promise.all([page.waitForNavigation(), button(/^Agree/).click()]);
  await button("Your vote: Agree").waitFor();
  await button("Your vote: Worth reading").waitFor();
  expect(takeProblems()).toEqual([expect.stringContaining("status of 503")]);
});

test("who is new sees their own vote and no count that moves by it", async () => {
  const { post, path } = await writePost("Cal", "Dee", "Eve", "Fay", "Ben");
  const page = await newPage(server.origin, { visitor: people.Nia! });
  await page.goto(path);
  await reloadUntil(page, post, /^Worth reading 5$/);
  const button = buttonIn(page.locator(`#post-${post}`));
  await button("Worth reading 5").click();
  await button("Your vote: Worth reading 5").waitFor();
  await page.reload();
  await button("Your vote: Worth reading 5").waitFor();
});

test("an author finds no presses but what others said, and a page that says why", async () => {
  const { post, path } = await writePost("Cal", "Dee", "Eve", "Fay", "Ben");
  await vote("Cal", post, { reason: "first-hand" });
  await people.Ben!.post(`/posts/${post}/thanks`, { thanks: "1" });
  const page = await newPage(server.origin, { visitor: people.Ada! });
  await page.goto(path);
  const article = page.locator(`#post-${post}`);
  const told = article.getByRole("link", { name: "5 voted · 5 worth reading" });
  await expect
    .poll(async () => {
      await page.reload();
      return told.count();
    })
    .toBe(1);
  expect(await article.getByRole("button").count()).toBe(1);
  await article.getByRole("button", { name: `Save Ada, post ${post}`, exact: true }).waitFor();
  await told.click();
  await page.getByRole("heading", { level: 1, name: "Why is this here?" }).waitFor();
  await page.getByText("First-hand: 1").waitFor();
  await page.getByText("Thanked by Ben.").waitFor();
  expect(await page.locator("main").innerText()).not.toMatch(/Cal|Dee|Eve|Fay/);
  expect(await axe(page)).toEqual([]);
});

test("the page that says why takes a vote and its reason without scripts", async () => {
  const { post, path } = await writePost();
  const page = await newPage(server.origin, { visitor: people.Ben!, scripts: false });
  await page.goto(path);
  await page.locator(`#post-${post}`).getByRole("link", { name: "Why here?" }).click();
  const press = buttonIn(page.locator("main"));
  await press("Worth reading").click();
  await press("Your vote: Worth reading").waitFor();
  await press("Clear reasoning").click();
  expect(await press("Clear reasoning").getAttribute("aria-pressed")).toBe("true");
  await press("Clear reasoning").click();
  expect(await press("Clear reasoning").getAttribute("aria-pressed")).toBe("false");
  expect(new URL(page.url()).pathname).toBe(`/posts/${post}/why`);
});

test("who is signed out reads the counts and is led to sign in", async () => {
  const { post, path } = await writePost("Cal", "Dee", "Eve", "Fay", "Ben");
  const page = await newPage(server.origin);
  const article = page.locator(`#post-${post}`);
  await page.goto(path);
  await expect
    .poll(async () => {
      await page.reload();
      return article.getByText("5 voted, 5 worth reading, 5 agree").count();
    })
    .toBe(1);
  expect(await article.getByRole("button").count()).toBe(0);
  await article.getByRole("link", { name: "Why here?" }).click();
  await page.locator("main").getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
});
