/** Quoting what is selected, and completing names, where scripts run. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { axe, newPage } from "./chromium.ts";

let server: RunningServer;
let readers = 0;
let thread: string;
let opening: string;

beforeAll(async () => {
  server = await startServer();
  const ada = await new Visitor(server.origin).signUp("Ada");
  await new Visitor(server.origin).signUp("Adrian");
  await new Visitor(server.origin).signUp("Adri");
  const body =
    "A licence that *forbids* a use is not open.\n\n- one\n- two\n\n```\na = 1\n  b\n```";
  const fields = { title: "To be quoted", body, topics: "Licences" };
  const begun = await ada.fillIn("/threads/new", "/threads/new", fields);
  thread = begun.location!;
  opening = /#post-(\d+)/.exec(thread)?.[1] ?? "1";
  const action = `${/^\/threads\/\d+/.exec(thread)}/reply`;
  await ada.fillIn(thread, action, { body: "A second post of mine." });
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** The thread, for somebody who has begun to write nothing. */
async function openThread(width = 1280) {
  const visitor = await new Visitor(server.origin).signUp(`Reader${++readers}`);
  const page = await newPage(server.origin, { width, visitor });
  await page.goto(thread);
  return page;
}

/** Selects from the beginning of one element to the end of another. */
const select = (page: Page, from: string, to = from) =>
  page.evaluate(
    ([from, to]) => {
      const range = document.createRange();
      range.setStart(document.querySelector(from!)!, 0);
      range.setEndAfter(document.querySelector(to!)!.lastChild!);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    },
    [from, to],
  );

const button = (page: Page) => page.locator(".quote-selected");
const box = (page: Page) => page.getByLabel("Your reply");
const first = ".post .prose";

test.each([360, 1280])(
  "selected words are quoted in the reply by the button beside them, %i pixels wide",
  async (width) => {
    const page = await openThread(width);
    await select(page, `${first} p`);
    await button(page).click();
    const quotation = `> [Ada](/posts/${opening}):\n> A licence that forbids a use is not open.\n\n`;
    expect(await box(page).inputValue()).toBe(quotation);
    await button(page).waitFor({ state: "detached" });
    await page.keyboard.type("Which one?");
    await select(page, `${first} ul`, `${first} ul`);
    await button(page).click();
    expect(await box(page).inputValue()).toBe(
      `${quotation}Which one?\n\n> [Ada](/posts/${opening}):\n> one  \n> two\n\n`,
    );
  },
);

test("a reply that begins with a quotation answers the post that it quotes", async () => {
  const page = await openThread();
  await select(page, ".replies .post .prose p");
  await page.keyboard.press("q");
  await page.getByRole("heading", { name: /^Reply to Ada, post \d+/ }).waitFor();
  await page.keyboard.type("And I have two.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  const posted = page.getByRole("article").filter({ hasText: "And I have two." });
  await posted.waitFor();
  expect(await page.locator(".replies .replies .post").count()).toBe(1);
});

test("a reply that was emptied answers the post that it quotes next", async () => {
  const page = await openThread();
  const heading = page.locator("#reply-head");
  const alone = await heading.textContent();
  await select(page, ".replies .post .prose p");
  await page.keyboard.press("q");
  await page.getByRole("heading", { name: /^Reply to Ada, post \d+/ }).waitFor();
  await box(page).fill("");
  await select(page, `${first} p`);
  await button(page).click();
  await expect.poll(() => heading.textContent()).toBe(alone);
  expect(await page.locator('.reply-box [name="parent"]').count()).toBe(0);
  await box(page).fill("");
});

test("code is quoted as code, and a selection that runs on quotes its first post alone", async () => {
  const page = await openThread();
  await select(page, `${first} pre code`);
  await page.keyboard.press("q");
  await page.locator("textarea:focus").waitFor();
  expect(await box(page).inputValue()).toContain("> ```\n> a = 1\n>   b\n> ```\n");
  await box(page).fill("");
  await select(page, `${first} pre`, ".replies .post .prose p");
  await button(page).click();
  expect(await box(page).inputValue()).toContain("a = 1");
  expect(await box(page).inputValue()).not.toContain("second post");
  await box(page).fill("");
});

test("the button goes with its selection, and with Escape", async () => {
  const page = await openThread();
  await select(page, `${first} p`);
  await button(page).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await button(page).waitFor({ state: "detached" });
  await select(page, `${first} ul`);
  await button(page).waitFor();
  await page.evaluate(() => getSelection()!.collapseToStart());
  await button(page).waitFor({ state: "detached" });
});

test("q quotes the post that has the focus, on the page for a reply", async () => {
  const page = await openThread();
  await page.locator(`#post-${opening}`).evaluate((post: HTMLElement) => {
    post.tabIndex = -1;
    post.focus();
  });
  await page.keyboard.press("q");
  await page.waitForURL(/\/reply\?parent=/);
  expect(await box(page).inputValue()).toContain(`> [Ada](/posts/${opening}):\n> A licence that *`);
});

test("q does nothing where neither words nor a post are chosen", async () => {
  const page = await openThread();
  const isTaken = () =>
    page.evaluate(() => {
      const press = { key: "q", bubbles: true, cancelable: true };
      return !document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", press));
    });
  expect(await isTaken()).toBe(false);
  await page.locator(`#post-${opening} .to-quote`).focus();
  expect(await isTaken()).toBe(false);
  await select(page, `${first} p`);
  expect(await isTaken()).toBe(true);
  await page.locator("textarea:focus").waitFor();
  await box(page).fill("");
});

test("a name is completed as it is typed, by key and by mouse", async () => {
  const page = await openThread();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/people.json")) asked.push(request.url());
  });
  await box(page).click();
  await page.keyboard.type("As @ad");
  const options = page.getByRole("listbox", { name: "People to mention" }).getByRole("option");
  await options.first().waitFor();
  expect(await options.allTextContents()).toEqual(["Ada", "Adri", "Adrian"]);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await options.nth(1).getAttribute("aria-selected")).toBe("true");
  expect(await box(page).getAttribute("aria-activedescendant")).toBe(
    await options.nth(1).getAttribute("id"),
  );
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  expect(await box(page).inputValue()).toBe("As @Ada ");
  await page.keyboard.type("and @adria");
  await options.first().click();
  expect(await box(page).inputValue()).toBe("As @Ada and @Adrian ");
  await page.keyboard.type("@ad");
  await options.first().waitFor();
  await page.keyboard.press("Escape");
  await options.first().waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  expect(await box(page).inputValue()).toBe("As @Ada and @Adrian @ad\n");
  expect(new Set(asked).size).toBe(asked.length);
  await box(page).fill("");
});

test("Enter and Tab put in no name that was not typed whole or chosen", async () => {
  const page = await openThread();
  await box(page).click();
  const options = page.getByRole("listbox", { name: "People to mention" }).getByRole("option");
  const marked = page.locator('[role=option][aria-selected="true"]');
  await page.keyboard.type("@ad");
  await options.nth(2).waitFor();
  expect(await marked.count()).toBe(0);
  expect(await box(page).getAttribute("aria-activedescendant")).toBeNull();
  await page.keyboard.press("Enter");
  await options.first().waitFor({ state: "detached" });
  expect(await box(page).inputValue()).toBe("@ad\n");
  await page.keyboard.type("@adri");
  await options.nth(1).waitFor();
  expect(await marked.allTextContents()).toEqual(["Adri"]);
  await page.keyboard.press("Enter");
  expect(await box(page).inputValue()).toBe("@ad\n@Adri ");
  await page.keyboard.type("@ad");
  await options.nth(2).waitFor();
  await page.keyboard.press("ArrowUp");
  expect(await marked.allTextContents()).toEqual(["Adrian"]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await marked.allTextContents()).toEqual(["Ada"]);
  await page.keyboard.type("r");
  await options.nth(2).waitFor({ state: "detached" });
  await page.keyboard.press("Tab");
  expect(await box(page).inputValue()).toBe("@ad\n@Adri @adr");
  expect(await box(page).evaluate((area) => area === document.activeElement)).toBe(false);
  await box(page).fill("");
});
