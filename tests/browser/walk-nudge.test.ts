/** Somebody is about to post an insult: with and without scripts, on a phone and on a desk. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../http/server.ts";
import { settle } from "../http/settled.ts";
import { Visitor } from "../http/visitor.ts";
import { startThread } from "../http/written.ts";
import { axe, newPage } from "./chromium.ts";

let insults = 0;
/** One that nobody sent before: the same again would lead to what stands. */
const newInsult = () => `You are an idiot, and you always were. (${++insults})`;
const CIVIL = "The licence says otherwise in section 3, because the clause was struck.";

let server: RunningServer;
let ada: Visitor;
let address: string;

beforeAll(async () => {
  server = await startServer();
  ada = await new Visitor(server.origin).signUp("Ada");
  await settle(server);
  const { id } = await startThread(ada, { body: CIVIL });
  address = `/threads/${id}/reply`;
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

const question = (page: Page) => page.getByRole("group", { name: /may read as an insult/ });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const isPosted = (page: Page) => page.getByText("Your reply is posted.").waitFor();

/** Opens the form afresh, with a text in it at which nobody looks before it is sent. */
async function open(page: Page, text: string) {
  await page.route("**/preview?*", (route) =>
    route.request().headers().accept === "application/json"
      ? route.fulfill({ json: { html: "" } })
      : route.continue(),
  );
  await page.goto(`${address}?afresh=1`);
  await page.getByLabel("Your reply").fill(text);
}

describe.each([
  { scripts: false, width: 360 },
  { scripts: true, width: 360 },
  { scripts: false, width: 1280 },
  { scripts: true, width: 1280 },
])("with scripts: $scripts, at $width pixels", (look) => {
  test("one is asked once, with the passage marked and three ways on of one size", async () => {
    const insult = newInsult();
    const page = await newPage(server.origin, { ...look, visitor: ada });
    await open(page, `${CIVIL} ${insult}`);
    await press(page, "Reply");
    await question(page).waitFor();
    expect(await question(page).locator("mark").textContent()).toContain("idiot");
    expect(await page.getByLabel("Your reply").inputValue()).toBe(`${CIVIL} ${insult}`);
    const ways = question(page).locator(".equal > *");
    const boxes = await Promise.all((await ways.all()).map((way) => way.boundingBox()));
    expect(boxes).toHaveLength(3);
    expect(new Set(boxes.map((box) => `${box!.width}×${box!.height}`)).size).toBe(1);
    if (look.scripts) expect(await axe(page)).toEqual([]);
    await press(page, "Post as it is");
    await isPosted(page);
  });

  test("an edit is posted without another word", async () => {
    const insult = newInsult();
    const page = await newPage(server.origin, { ...look, visitor: ada });
    await open(page, insult);
    await press(page, "Reply");
    await question(page).getByRole("link", { name: "Edit", exact: true }).click();
    await page.getByLabel("Your reply").fill(`${CIVIL} ${look.width} ${look.scripts}`);
    await press(page, "Reply");
    await isPosted(page);
  });

  test("why one is asked stands on a page of its own, where anybody may try a text", async () => {
    const insult = newInsult();
    const page = await newPage(server.origin, { ...look, visitor: ada });
    await open(page, insult);
    await press(page, "Preview");
    const [why] = await Promise.all([
      page.waitForEvent("popup"),
      question(page)
        .getByRole("link", { name: /^Why am I asked/ })
        .click(),
    ]);
    await why.getByRole("heading", { level: 2, name: "Why am I asked?" }).waitFor();
    await why.getByLabel("A text in English").fill(`${CIVIL} ${insult}`);
    await why.getByRole("button", { name: "Weigh it" }).click();
    await why.getByRole("heading", { name: "What the scorer says of it" }).waitFor();
    expect(await why.locator("mark").first().textContent()).toContain("idiot");
    const excess = await why.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBe(0);
    await press(page, "Reply");
    await isPosted(page);
  });
});

test("where scripts run, the passage is marked as one types, and goes with it", async () => {
  const insult = newInsult();
  const page = await newPage(server.origin, { width: 360, visitor: ada });
  await page.goto(`${address}?afresh=1`);
  const body = page.getByLabel("Your reply");
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.live !== undefined))
    .toBe(true);
  await body.pressSequentially(insult);
  await question(page).waitFor();
  expect(await question(page).locator("mark").textContent()).toContain("idiot");
  expect(await axe(page)).toEqual([]);
  await body.fill("The licence says otherwise.");
  await question(page).waitFor({ state: "detached" });
  // Once asked, one knows: from then on the passage is marked and no more.
  await body.pressSequentially(` ${insult}`);
  await page.locator(".live .hint mark").waitFor();
  expect(await question(page).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await press(page, "Reply");
  await isPosted(page);
});

test("who leaves a draft about which they were asked as they typed, and comes back, is not asked again", async () => {
  const insult = newInsult();
  const page = await newPage(server.origin, { width: 360, visitor: ada });
  await page.goto(`${address}?afresh=1`);
  const body = page.getByLabel("Your reply");
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.live !== undefined))
    .toBe(true);
  await body.pressSequentially(`${insult} Twice.`);
  await question(page).waitFor();
  await page.locator(".draft-state", { hasText: "Saved" }).waitFor();
  await page.goto(address);
  expect(await body.inputValue()).toBe(`${insult} Twice.`);
  await press(page, "Reply");
  await isPosted(page);
});

test("what is typed after a draft was emptied is another draft, about which one may be asked", async () => {
  const insult = newInsult();
  const page = await newPage(server.origin, { width: 360, visitor: ada });
  await page.goto(`${address}?afresh=1`);
  const body = page.getByLabel("Your reply");
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.live !== undefined))
    .toBe(true);
  await body.pressSequentially(insult);
  await question(page).waitFor();
  await page.locator(".draft-state", { hasText: "Saved" }).waitFor();
  await body.fill("");
  await page.locator("form[data-compose] input[name=asked]").waitFor({ state: "detached" });
  await body.pressSequentially(insult);
  await question(page).waitFor();
  await press(page, "Reply");
  await isPosted(page);
});

test("pressed twice, or loaded again, the question is still there, and nothing is posted", async () => {
  const insult = newInsult();
  const page = await newPage(server.origin, { scripts: false, width: 360, visitor: ada });
  await open(page, insult);
  await page.getByRole("button", { name: "Reply", exact: true }).dblclick();
  await question(page).waitFor();
  await page.reload();
  await question(page).waitFor();
  expect(await question(page).getByRole("alert").textContent()).toContain("may read as an insult");
  await press(page, "Reply");
  await isPosted(page);
});
