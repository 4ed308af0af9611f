/** What scripts add to pages for writing, which are complete without. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { newPage } from "./chromium.ts";

let server: RunningServer;
let ada: Visitor;

beforeAll(async () => {
  server = await startServer();
  ada = await new Visitor(server.origin).signUp("Ada");
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** Scripts have begun to listen: only they show the names of the topics as buttons. */
const hydrated = (page: Page) => page.getByRole("group", { name: "Add a topic" }).waitFor();

test("the text is shown as one types it", async () => {
  const page = await newPage(server.origin, { width: 360, visitor: ada });
  await page.goto("/threads/new");
  await hydrated(page);
  const body = page.getByLabel("Text", { exact: true });
  await body.pressSequentially("Weights are **not** enough.");
  const preview = page.getByRole("region", { name: "Preview as you type" });
  expect(await preview.locator("strong").textContent()).toBe("not");
  await body.press("End");
  await body.pressSequentially(" See `config`.");
  expect(await preview.locator("code").textContent()).toBe("config");
  await body.fill("");
  await preview.waitFor({ state: "detached" });
});

test("topics are chosen by pressing their names", async () => {
  const page = await newPage(server.origin, { visitor: ada });
  await page.goto("/threads/new");
  const topics = page.getByLabel("Topics", { exact: true });
  const name = (text: string) => page.getByRole("button", { name: text, exact: true });
  await name("Licences").click();
  await name("Open weights").click();
  expect(await topics.inputValue()).toBe("Licences, Open weights");
  expect(await name("Licences").getAttribute("aria-pressed")).toBe("true");
  await name("Licences").click();
  expect(await topics.inputValue()).toBe("Open weights");
  await topics.fill("");
  const names = await page.getByRole("group", { name: "Add a topic" }).getByRole("button").all();
  for (const one of names.slice(0, 5)) await one.click();
  expect(await names[5]!.isDisabled()).toBe(true);
  await page.getByLabel("Title").fill("Pressed");
  await page.getByLabel("Text", { exact: true }).fill("Five topics, none of them typed.");
  await page.getByRole("button", { name: "Begin the thread" }).click();
  await page.getByRole("heading", { level: 1, name: "Pressed" }).waitFor();
  expect(await page.locator(".thread-head a[href^='/topics/']").count()).toBe(5);
});

test("a form that comes back keeps what was typed where scripts run, and can be sent again", async () => {
  const page = await newPage(server.origin, { visitor: ada });
  await page.goto("/threads/new");
  await page.getByLabel("Title").fill("Kept");
  await page.getByLabel("Topics", { exact: true }).fill("Cats");
  await page.getByLabel("Text", { exact: true }).fill("Text that must not be lost.");
  await page.getByRole("button", { name: "Begin the thread" }).click();
  await page.getByText("There is no topic “Cats”.").waitFor();
  expect(await page.getByLabel("Title").inputValue()).toBe("Kept");
  await page.getByLabel("Topics", { exact: true }).fill("");
  await page.getByRole("button", { name: "Licences", exact: true }).click();
  await page.getByRole("button", { name: "Begin the thread" }).click();
  await page.getByRole("heading", { level: 1, name: "Kept" }).waitFor();
});

test("what is typed before the scripts have come stays", async () => {
  const fields = { title: "Slow line", body: "The text as it was.", topics: "Licences" };
  const begun = await ada.fillIn("/threads/new", "/threads/new", fields);
  const thread = await ada.get(begun.location!.replace(/#.*/, ""));
  const page = await newPage(server.origin, { visitor: ada });
  const held: (() => Promise<void>)[] = [];
  let isSlow = true;
  await page.route("**/assets/*", (route) => {
    if (!isSlow) return route.continue();
    held.push(() => route.continue());
  });
  await page.goto(/\/posts\/\d+\/edit/.exec(thread.body)![0], { waitUntil: "commit" });
  await page.getByLabel("Title").fill("Slow line, edited");
  await page.getByLabel("Topics", { exact: true }).fill("Licences, Open weights");
  const body = page.getByLabel("Text", { exact: true });
  await body.fill("The text as it is now.");
  isSlow = false;
  await Promise.all(held.map((go) => go()));
  await hydrated(page);
  expect(await page.getByLabel("Title").inputValue()).toBe("Slow line, edited");
  expect(await page.getByLabel("Topics", { exact: true }).inputValue()).toBe(
    "Licences, Open weights",
  );
  expect(await body.inputValue()).toBe("The text as it is now.");
  const chosen = page.getByRole("button", { name: "Open weights", exact: true });
  expect(await chosen.getAttribute("aria-pressed")).toBe("true");
  await body.press("End");
  await body.pressSequentially(" Really.");
  await page
    .getByRole("region", { name: "Preview as you type" })
    .getByText("now. Really.")
    .waitFor();
});
