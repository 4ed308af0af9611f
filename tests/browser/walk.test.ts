/** What people do here, from the first look to signing in again: with and without scripts, on a phone and on a desk. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../http/server.ts";
import { settle } from "../http/settled.ts";
import { passwordOf, Visitor } from "../http/visitor.ts";
import { newPage } from "./chromium.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name, exact: true }).first().click();
const post = (page: Page, says: string) => page.getByRole("article").filter({ hasText: says });

/** The page with this heading is there, and fits between left and right. */
async function see(page: Page, heading: string | RegExp) {
  await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, `pixels by which "${heading}" is too wide`).toBe(0);
}

test("an empty forum asks for its first thread, and sends whoever begins it to sign in", async () => {
  const page = await newPage(server.origin, { width: 360 });
  await page.goto("/");
  await see(page, "Threads");
  await follow(page, "Begin the first thread");
  await see(page, "Sign in");
  expect(new URL(page.url()).searchParams.get("next")).toBe("/threads/new");
});

describe.each([
  { name: "Cleo", scripts: false, width: 360 },
  { name: "Dara", scripts: true, width: 360 },
  { name: "Edda", scripts: false, width: 1280 },
  { name: "Finn", scripts: true, width: 1280 },
])("with scripts: $scripts, at $width pixels", ({ name, ...look }) => {
  test("somebody reads, joins, begins a thread, is answered, edits, withdraws, leaves and returns", async () => {
    const page = await newPage(server.origin, look);
    await readsAThread(page, name);
    await joins(page, name);
    const title = `Are the weights of ${name} open?`;
    await beginsAThread(page, title);
    await answersAnAnswer(page, title);
    await editsAndReadsTheHistory(page, title);
    await withdrawsAndShowsAgain(page, title);
    await leavesAndReturns(page, name);
  });
});

/** What the page tells of the deed that led to it; another place for it is empty until somebody votes. */
const saidOn = (page: Page) => page.getByRole("status").filter({ hasText: /./ }).textContent();

async function readsAThread(page: Page, name: string) {
  const ada = await new Visitor(server.origin).signUp(`before-${name}`);
  const title = `What ${name} will read`;
  const fields = { title, body: "A claim, with its reason.", topics: "Licences" };
  const begun = await ada.fillIn("/threads/new", "/threads/new", fields);
  expect(begun.status).toBe(302);
  await page.goto("/");
  await see(page, "Threads");
  await follow(page, title);
  await see(page, title);
  expect(await post(page, "A claim, with its reason.").count()).toBe(1);
  await follow(page, "Topics");
  await see(page, "Topics");
  await follow(page, "Licences");
  await see(page, "Licences");
  await follow(page, title);
  await follow(page, "join");
  await see(page, "Join the discussion");
}

async function joins(page: Page, name: string) {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill("short");
  await press(page, "Join");
  await see(page, "Join the discussion");
  const password = page.getByLabel("Password");
  expect(await password.getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByLabel("Name").inputValue()).toBe(name);
  await password.fill(passwordOf(name));
  await press(page, "Join");
  await see(page, `What ${name} will read`);
  expect(await saidOn(page)).toContain(name);
  // A newcomer's first link would wait for a look.
  await settle(server);
}

async function beginsAThread(page: Page, title: string) {
  await follow(page, "Steelman Attack the argument, not the person.");
  await follow(page, "New thread");
  await see(page, "Begin a thread");
  await page.getByLabel("Text", { exact: true }).fill("**No**: one file is _missing_.");
  await page.getByText("What you discuss: its address").click();
  await page.getByLabel("Passage").fill("All of it is open.");
  await press(page, "Begin the thread");
  await see(page, "Begin a thread");
  await page
    .getByText("Say what you claim or ask, so that someone can disagree.", { exact: true })
    .waitFor();
  await page.getByText("Choose one to five topics, with commas between.").waitFor();
  await page.getByText("Say where the passage is from: its address.").waitFor();
  expect(await page.getByLabel("Text", { exact: true }).inputValue()).toBe(
    "**No**: one file is _missing_.",
  );
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Topics", { exact: true }).fill("Licences, Open weights");
  await page.getByLabel("Address").fill("https://arxiv.org/abs/2401.00001");
  await press(page, "Preview");
  await see(page, "Preview");
  const preview = page.getByRole("article", { name: "Your text as others will see it" });
  expect(await preview.locator("strong").textContent()).toBe("No");
  expect(await page.getByLabel("Title").inputValue()).toBe(title);
  await press(page, "Begin the thread");
  await see(page, title);
  expect(await saidOn(page)).toBe("Your thread has begun.");
  expect(await page.locator("figure blockquote").textContent()).toContain("All of it is open.");
  await page.getByRole("link", { name: "arXiv 2401.00001" }).waitFor();
  await page.locator("main").getByRole("link", { name: "Open weights" }).waitFor();
}

async function answersAnAnswer(page: Page, title: string) {
  await page.getByLabel("Your reply").fill("I tried it.\n\n```py\nopen('weights')\n```");
  await page.getByLabel("I tried this").check();
  await press(page, "Reply");
  await see(page, title);
  await post(page, "I tried it.")
    .getByRole("link", { name: /^Reply to/ })
    .click();
  await see(page, /^Reply to/);
  await page.getByLabel("Your reply").fill("+1");
  await press(page, "Reply");
  await page.getByText("That alone gives others nothing to read.").waitFor();
  await page.getByLabel("Your reply").fill("It fails at line 3.");
  await press(page, "Reply");
  await see(page, title);
  const parent = page
    .locator("li")
    .filter({ has: post(page, "I tried it.") })
    .first();
  expect(await parent.locator("ol article").textContent()).toContain("It fails at line 3.");
  expect(new URL(page.url()).hash).toBe(`#${await post(page, "It fails").getAttribute("id")}`);
}

async function editsAndReadsTheHistory(page: Page, title: string) {
  await post(page, "It fails").getByRole("link", { name: /^Edit/ }).click();
  await see(page, "Edit your post");
  await page.getByLabel("Text", { exact: true }).fill("It fails at line 7.");
  await press(page, "Save");
  await see(page, title);
  await post(page, "It fails at line 7.")
    .getByRole("link", { name: /edited/ })
    .click();
  await see(page, /^What changed in post/);
  const second = page.getByRole("region", { name: "Version 2" });
  expect(await second.locator("del").textContent()).toMatch(/taken out: .*3/);
  expect(await second.locator("ins").textContent()).toMatch(/added: .*7/);
  expect(await second.innerText()).toContain("It fails at line");
  const line = (name: string) =>
    second.locator(name).evaluate((element) => getComputedStyle(element).textDecorationLine);
  expect([await line("del"), await line("ins")]).toEqual(["line-through", "underline"]);
  await follow(page, title);
  await see(page, title);
}

async function withdrawsAndShowsAgain(page: Page, title: string) {
  await post(page, "It fails")
    .getByRole("link", { name: /^Withdraw/ })
    .click();
  await see(page, "Withdraw your post");
  await press(page, "Withdraw it");
  await see(page, title);
  expect(await post(page, "It fails").count()).toBe(0);
  await post(page, "withdrew this post")
    .getByRole("link", { name: /^Show again/ })
    .click();
  await see(page, "Show your post again");
  await press(page, "Show it again");
  await see(page, title);
  expect(await post(page, "It fails at line 7.").count()).toBe(1);
}

async function leavesAndReturns(page: Page, name: string) {
  await follow(page, "Account");
  await see(page, "Account");
  await press(page, "Sign out");
  await see(page, "Threads");
  await follow(page, "Sign in");
  await see(page, "Sign in");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill("not the right sentence");
  await press(page, "Sign in");
  await see(page, "Sign in");
  expect(await page.getByLabel("Name").inputValue()).toBe(name);
  expect(await page.getByLabel("Password").inputValue()).toBe("");
  await page.getByLabel("Password").fill(passwordOf(name));
  await press(page, "Sign in");
  await see(page, "Threads");
  await page.getByRole("banner").getByRole("link", { name, exact: true }).click();
  await see(page, name);
  await follow(page, `Are the weights of ${name} open?`);
}
