/** A thread by keyboard alone: past the masthead in one press, to everything in turn, always with a mark that shows where one is. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../http/server.ts";
import { settle } from "../http/settled.ts";
import { Visitor } from "../http/visitor.ts";
import { newPage } from "./chromium.ts";

let server: RunningServer;
let ada: Visitor;
let thread: string;

beforeAll(async () => {
  server = await startServer();
  ada = await new Visitor(server.origin).signUp("Ada");
  await settle(server);
  const body = "A claim with a [source](https://arxiv.org/abs/2401.00001).\n\n```\na = 1\n```";
  const fields = { title: "By keyboard", body, topics: "Licences" };
  const begun = await ada.fillIn("/threads/new", "/threads/new", fields);
  thread = begun.location!;
  const action = `${/^\/threads\/\d+/.exec(thread)}/reply`;
  for (const text of ["The first answer.", "The second answer."]) {
    await ada.fillIn(thread, action, { body: text });
  }
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** What has the focus now, and whether its mark can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isThere = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    const isMarked = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    return {
      index: [...document.querySelectorAll("*")].indexOf(element),
      what: element.outerHTML.slice(0, 80),
      isSeen: isThere && isMarked,
    };
  });

test.each([360, 1280])(
  "the skip link appears and leads to the content, %i pixels wide",
  async (width) => {
    const page = await newPage(server.origin, { width, visitor: ada });
    await page.goto(thread);
    await page.keyboard.press("Tab");
    const { what, isSeen } = await focused(page);
    expect({ what, isSeen }).toMatchObject({
      what: expect.stringContaining("Skip to the content"),
      isSeen: true,
    });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement!.closest("main")?.id)).toBe("main");
  },
);

test.each([360, 1280])(
  "Tab reaches everything on a thread's page, %i pixels wide",
  async (width) => {
    const page = await newPage(server.origin, { width, visitor: ada });
    await page.goto(thread);
    const wanted = await page.evaluate(() => {
      const all = [...document.querySelectorAll("*")];
      const pressable =
        "a[href], button, summary, textarea, input:not([type=hidden], [type=radio])";
      // Of a group of choices, Tab stops at the chosen one.
      return [...document.querySelectorAll<HTMLElement>(`${pressable}, input:checked`)]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ index: all.indexOf(element), what: element.outerHTML.slice(0, 80) }));
    });
    const reached = new Map<number, boolean>();
    for (let press = 0; press < wanted.length + 5; press++) {
      await page.keyboard.press("Tab");
      const { index, isSeen, what } = await focused(page);
      reached.set(index, isSeen);
      if (what.startsWith("<body")) break;
    }
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter(({ index }) => !reached.get(index))).toEqual([]);
  },
);

test("in the inbox j goes to a notice and m marks it, of which only a page with scripts tells", async () => {
  const ben = await new Visitor(server.origin).signUp("Ben");
  await ben.fillIn(thread, `${/^\/threads\/\d+/.exec(thread)}/reply`, { body: "Told to Ada." });
  const page = await newPage(server.origin, { visitor: ada });
  await expect
    .poll(async () => {
      await page.goto("/inbox?show=all");
      return page.locator(".notice.unread").count();
    })
    .toBe(1);
  await page.getByText("go from notice to notice").waitFor();
  await page.keyboard.press("j");
  expect((await focused(page)).isSeen).toBe(true);
  await page.keyboard.press("m");
  await page.locator(".notice:not(.unread)").waitFor();
  expect(new URL(page.url()).search).toBe("?show=all");
  const still = await newPage(server.origin, { visitor: ada, scripts: false });
  await still.goto("/inbox");
  expect(await still.getByText("go from notice to notice").isVisible()).toBe(false);
});

test("a form is filled in and sent by keyboard", async () => {
  const page = await newPage(server.origin, { visitor: ada });
  await page.goto(thread);
  await page.getByLabel("Your reply").focus();
  await page.keyboard.type("Written without a mouse.");
  await page.keyboard.press("Tab");
  while (!(await focused(page)).what.startsWith("<button")) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("article").filter({ hasText: "Written without a mouse." }).waitFor();
});
