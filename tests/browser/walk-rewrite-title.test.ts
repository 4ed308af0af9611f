/** An opening post that moderation removed comes back under another title and with another text, in a browser, with scripts and without. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { startThread } from "../http/written.ts";
import { axe, newPage } from "./chromium.ts";

const TITLE = "Only shills doubt the scaling laws";
const OTHER = "What would refute the scaling laws?";
const POINT = "The exponents fitted in May no longer hold in June.";

let server: RunningServer;
const people: Record<string, Visitor> = {};

beforeAll(async () => {
  server = await startServer({ env: { LIMITS: "100" } });
  for (const name of ["Ben", "Mo"]) {
    people[name] = await new Visitor(server.origin).signUp(name);
  }
  const db = openDatabase(server.database);
  await db.updateTable("person").set({ role: "moderator" }).where("name", "=", "Mo").execute();
  await db.destroy();
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

const press = (page: Page, name: string | RegExp) =>
  page.locator("#main").getByRole("button", { name }).click();

async function decide(desk: Page, what: string, reason: string) {
  await desk.getByLabel(what).check();
  await desk.getByLabel("Reason", { exact: true }).fill(reason);
  await press(desk, "Decide");
}

test.each([
  { how: "with scripts", scripts: true },
  { how: "without scripts", scripts: false },
])(
  "its author proposes both, a moderator reads them beside the former and accepts them, $how",
  async ({ scripts }) => {
    const open = (name: string, width = 1280) =>
      newPage(server.origin, { visitor: people[name]!, scripts, width });
    const accessible = async (page: Page) => {
      if (scripts) expect(await axe(page)).toEqual([]);
    };
    const { id, path } = await startThread(people.Ben!, { title: TITLE, body: POINT });
    const guest = await newPage(server.origin, { scripts, width: 360 });
    await guest.goto(path);
    const post = (await guest.locator("article.post").first().getAttribute("id"))!.slice(5);

    const desk = await open("Mo");
    await desk.goto(`/posts/${post}/moderate`);
    await desk.getByRole("heading", { name: TITLE }).waitFor();
    await decide(desk, "Remove the post", "The title is about people, not about the laws.");
    await guest.goto(`/threads/${id}`);
    expect(await guest.content()).not.toContain(TITLE);

    const author = await open("Ben", 375);
    await author.goto(`/posts/${post}/rewrite`);
    await author.getByRole("heading", { name: TITLE }).waitFor();
    const title = author.getByLabel("Title");
    expect(await title.inputValue()).toBe(TITLE);
    expect(await author.getByLabel("Topics").count()).toBe(0);
    await accessible(author);
    await title.fill("?");
    await author.locator("textarea[name=body]").fill(`${POINT} Here is the plot.`);
    await press(author, "Preview");
    await press(author, /^Save$/);
    await author.locator("#title-problem").waitFor();
    expect(await title.inputValue()).toBe("?");
    expect(await author.getByLabel("Topics").count()).toBe(0);
    await title.fill(OTHER);
    await press(author, /^Save$/);
    await author.getByText("Your new text waits for a moderator.").waitFor();
    await guest.goto(`/threads/${id}`);
    expect(await guest.content()).not.toContain(OTHER);

    await desk.goto("/moderation");
    await desk
      .getByRole("link", { name: /The whole post/ })
      .first()
      .click();
    await desk.getByRole("heading", { name: TITLE }).waitFor();
    await desk.getByText(`The title would be “${OTHER}”.`).waitFor();
    await accessible(desk);
    await decide(desk, "Accept the new text", "Now it is about the laws.");
    await desk.getByText(/^Decided[;.]/).waitFor();

    await guest.goto(path);
    await guest.getByRole("heading", { name: OTHER }).waitFor();
    expect(await guest.locator("link[rel=canonical]").getAttribute("href")).toMatch(
      `/threads/${id}-what-would-refute-the-scaling-laws`,
    );
    await guest.getByText("Here is the plot.").waitFor();
  },
);
