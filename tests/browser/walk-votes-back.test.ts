/** Presses that cross each other, fail, are held down, or are made on a page that one came back to: what the page shows is what is kept. */
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { reply, startThread } from "../http/written.ts";
import { flags, newPage, takeProblems } from "./chromium.ts";

let server: RunningServer;
let ada: Visitor;
let ben: Visitor;

beforeAll(async () => {
  server = await startServer();
  ada = await new Visitor(server.origin).signUp("Ada");
  ben = await new Visitor(server.origin).signUp("Ben");
  const db = openDatabase(server.database);
  await db.updateTable("person").set({ level: 1 }).execute();
  await db.destroy();
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** A reply of Ada's that nobody has voted on, and another. */
async function writePosts() {
  const { id, path } = await startThread(ada);
  return { path, post: await reply(ada, id), other: await reply(ada, id) };
}

const articleOf = (page: Page, post: number) => page.locator(`#post-${post}`);
const buttonIn = (article: Locator) => (name: string | RegExp) =>
  article.getByRole("button", { name });
const haveOf = (article: Locator) => article.locator('[name="have"]').inputValue();

/** What the page sends, by address. */
function sentBy(page: Page) {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "POST") return;
    sent.push(`${new URL(request.url()).pathname} ${request.postData()}`);
  });
  return sent;
}

/** A browser that keeps pages to go back to, as people's browsers do; those of other tests keep none. */
async function openKeeping(): Promise<Page> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: flags,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ baseURL: server.origin });
  const cookies = [...ben.cookies].map(([name, value]) => ({ name, value, url: server.origin }));
  await context.addCookies(cookies);
  return context.newPage();
}

/** Goes back to a page that was kept as it was left. */
async function goBack(page: Page) {
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate(() => "wasKept" in window).catch(() => false)).toBe(true);
}

test("a press that was refused in place leaves the form as it was, for who comes back to it", async () => {
  const { path, post } = await writePosts();
  const page = await openKeeping();
  await page.goto(path);
  const article = articleOf(page, post);
  const button = buttonIn(article);
  await page.evaluate(() => Object.assign(window, { wasKept: true }));
  await page.route("**/thanks", (route) =>
    route.fulfill({ status: 503, contentType: "text/html", body: "<h1>Later</h1>" }),
  );
  await button("Thanks").click();
  await page.getByRole("heading", { name: "Later" }).waitFor();
  await goBack(page);
  const sent = sentBy(page);
  await button(/^Agree/).click();
  await button("Your vote: Agree").waitFor();
  await expect.poll(() => sent).toEqual([`/posts/${post}/vote agree=1`]);
  await page.reload();
  expect(await haveOf(article)).toBe("w0a+t0s0");
});

test("who takes a vote back elsewhere and goes back finds it taken back", async () => {
  const { path, post } = await writePosts();
  const page = await openKeeping();
  await page.goto(path);
  const article = articleOf(page, post);
  const button = buttonIn(article);
  await button("Worth reading").click();
  await article.getByText("What makes it so?").waitFor();
  await page.evaluate(() => Object.assign(window, { wasKept: true }));
  await page.goto("/help");
  await ben.post(`/posts/${post}/vote`, { worth: "0" });
  await goBack(page);
  await expect.poll(() => haveOf(article)).toBe("w0a0t0s0");
  expect(await article.getByText("What makes it so?").count()).toBe(0);
  const sent = sentBy(page);
  await button("Worth reading").click();
  await expect.poll(() => sent).toEqual([`/posts/${post}/vote worth=1`]);
});

test("of two presses within one round trip the later one holds, on the page and in what is kept", async () => {
  const { path, post } = await writePosts();
  const page = await newPage(server.origin, { visitor: ben });
  await page.goto(path);
  const article = articleOf(page, post);
  const button = buttonIn(article);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked: string[] = [];
  await page.route("**/vote", async (route) => {
    asked.push(route.request().postData() ?? "");
    if (asked.length === 1) await held;
    await route.continue();
  });
  await button(/^Agree/).click();
  await expect.poll(() => asked).toEqual(["agree=1"]);
  await button("Disagree").click();
  // Whatever the press sends at once is asked before this is answered.
  await page.evaluate(() => fetch("/robots.txt").then((answer) => answer.text()));
  expect(asked).toEqual(["agree=1"]);
  release();
  await button("Your vote: Disagree").waitFor();
  await expect.poll(() => page.locator("#told").textContent()).toMatch(/disagree/);
  expect(await haveOf(article)).toBe("w0a-t0s0");
  await page.reload();
  expect(await haveOf(article)).toBe("w0a-t0s0");
  expect(asked).toEqual(["agree=1", "agree=-1"]);
});

test("where what sends presses in place does not come, they go as forms", async () => {
  const { path, post } = await writePosts();
  const page = await newPage(server.origin, { visitor: ben });
  await page.route("**/press.js*", (route) => route.abort());
  await page.goto(path);
  const button = buttonIn(articleOf(page, post));
  const sent = sentBy(page);
  await button(/^Save/).click();
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]).toMatch(new RegExp(`^/posts/${post}/save .*saved=1`));
  await button(/^Saved/).waitFor();
  for (const problem of takeProblems()) expect(problem).toMatch(/press\.js/);
});

test("a key that is held presses once", async () => {
  const { path, post } = await writePosts();
  const page = await newPage(server.origin, { visitor: ben });
  await page.goto(path);
  const button = buttonIn(articleOf(page, post));
  const sent = sentBy(page);
  await button("Worth reading").focus();
  for (let count = 0; count < 4; count += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect.poll(() => page.locator("#told").textContent()).toMatch(/worth reading/);
  expect(sent).toEqual([`/posts/${post}/vote worth=1`]);
});

test("a reason pressed again is taken back, also where that goes as a form", async () => {
  const { path, post } = await writePosts();
  const page = await newPage(server.origin, { visitor: ben });
  await page.goto(path);
  const button = buttonIn(articleOf(page, post));
  const sent = sentBy(page);
  await button("Worth reading").click();
  await button("Fair to the other side").click();
  await button("First-hand").click();
  await expect.poll(() => button("First-hand").getAttribute("aria-pressed")).toBe("true");
  expect(await button("Fair to the other side").getAttribute("aria-pressed")).toBe("false");
  await expect.poll(() => page.locator("#told").textContent()).toBe("Your reason is kept.");
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new Error("no way"));
  });
  // A page that is left before the form was answered takes it along.
  const answered = page.waitForEvent("framenavigated");
  await button("First-hand").click();
  await answered;
  expect(sent).toHaveLength(4);
  expect(sent.slice(0, 3)).toEqual([
    `/posts/${post}/vote worth=1`,
    `/posts/${post}/vote reason=fair`,
    `/posts/${post}/vote reason=first-hand`,
  ]);
  expect(new URLSearchParams(sent[3]!.split(" ")[1]).get("reason")).toBe("");
  await page.goto(`/posts/${post}/why`);
  expect(await page.locator('main [aria-pressed="true"]').count()).toBe(0);
});

test("a press tells what came of it to whoever does not see it, and what is offered next", async () => {
  const { path, post, other } = await writePosts();
  const page = await newPage(server.origin, { visitor: ben });
  await page.goto(path);
  const told = page.locator("#told");
  expect(await told.getAttribute("role")).toBe("status");
  const says = (words: string) => expect.poll(() => told.textContent()).toBe(words);
  const button = buttonIn(articleOf(page, post));
  await button("Worth reading").click();
  await says("Your vote: worth reading. What makes it so? One tap, if you like:");
  await button("Your vote: Worth reading").click();
  await says("Taken back.");
  const alone = "Agreeing or disagreeing alone counts as read, not as worth reading.";
  await buttonIn(articleOf(page, other))("Disagree").click();
  await says(`Your vote: disagree. ${alone}`);
  await button("Save").click();
  await says("Saved.");
});

test("the page that explains a post takes a vote as a form, so that its sentences are as new as its votes", async () => {
  const { post } = await writePosts();
  const page = await newPage(server.origin, { visitor: ben });
  await page.goto(`/posts/${post}/why`);
  const button = buttonIn(page.locator("main"));
  for (const name of [/^Worth reading/, "Fair to the other side"]) {
    await Promise.all([page.waitForNavigation(), button(name).click()]);
  }
  expect(await button("Fair to the other side").getAttribute("aria-pressed")).toBe("true");
  await Promise.all([page.waitForNavigation(), button("Fair to the other side").click()]);
  expect(await button("Fair to the other side").getAttribute("aria-pressed")).toBe("false");
});

test("who meets a press or a link away from its post hears whose post it is of", async () => {
  const { path, post } = await writePosts();
  const page = await newPage(server.origin, { visitor: ben });
  await page.goto(path);
  const article = articleOf(page, post);
  for (const word of ["Thanks", "Save"]) {
    const name = `${word} Ada, post ${post}`;
    await article.getByRole("button", { name, exact: true }).waitFor();
  }
  await article.getByRole("button", { name: /^Save/ }).click();
  const saved = { name: `Saved Ada, post ${post}`, exact: true };
  await article.getByRole("button", saved).waitFor();
  await expect.poll(() => page.locator("#told").textContent()).toBe("Saved.");
  const why = { name: `Why here? Ada, post ${post}`, exact: true };
  await article.getByRole("link", why).click();
  const table = page.getByRole("table", { name: "Points of this post" });
  const row = table.getByRole("rowheader", { name: "Worth to readers", exact: true });
  await row.waitFor();
});
