/** What goes wrong while somebody writes costs them no word, with and without scripts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../http/server.ts";
import { passwordOf, Visitor } from "../http/visitor.ts";
import { newPage, takeProblems } from "./chromium.ts";

let server: RunningServer;
let ada: Visitor;

beforeAll(async () => {
  server = await startServer();
  ada = await new Visitor(server.origin).signUp("Ada");
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

async function beginThread(title: string) {
  const fields = { title, body: "The text as it was.", topics: "Licences" };
  const { location } = await ada.fillIn("/threads/new", "/threads/new", fields);
  return location!;
}

describe.each([{ scripts: false }, { scripts: true }])("with scripts: $scripts", ({ scripts }) => {
  test("whoever was signed out meanwhile signs in beside the form and sends it then", async () => {
    const thread = await beginThread(`Signed out, ${scripts}`);
    const ben = await new Visitor(server.origin).signUp(`Ben-${scripts}`);
    const page = await newPage(server.origin, { scripts, visitor: ben });
    await page.goto(`/threads/${/\d+/.exec(thread)}/reply`);
    await page.getByLabel("Your reply").fill("Half an hour of work.");
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    const signIn = page.getByRole("alert").getByRole("link", { name: "Sign in in another tab" });
    expect(await page.getByLabel("Your reply").inputValue()).toBe("Half an hour of work.");
    const [tab] = await Promise.all([page.context().waitForEvent("page"), signIn.click()]);
    await tab.getByLabel("Name").fill(`Ben-${scripts}`);
    await tab.getByLabel("Password").fill(passwordOf(`Ben-${scripts}`));
    await tab.getByRole("button", { name: "Sign in" }).click();
    await tab.getByRole("heading", { level: 1, name: "Threads" }).waitFor();
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await page.getByRole("article").filter({ hasText: "Half an hour of work." }).waitFor();
    // Meanwhile nothing was saved as a draft, for there was nobody whose draft it was.
    const others = takeProblems().filter(
      (problem) => !/status of 401 .*drafts\.json/.test(problem),
    );
    expect(others).toEqual([]);
  });

  test("whoever saved second sees both texts and saves them together", async () => {
    const thread = await beginThread(`Two tabs, ${scripts}`);
    const page = await newPage(server.origin, { scripts, visitor: ada });
    await page.goto(thread);
    await page.getByRole("link", { name: /^Edit/ }).click();
    const body = page.getByLabel("Text", { exact: true });
    await body.fill("The text of the second tab.");
    const path = new URL(page.url()).pathname;
    await ada.fillIn(path, path, { body: "The text of the first tab." });
    await page.getByRole("button", { name: "Save" }).click();
    const newer = page.getByRole("region", { name: "The text as it stands now" });
    expect(await newer.textContent()).toContain("first");
    expect(await body.inputValue()).toBe("The text of the second tab.");
    await body.fill("The text of both tabs.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("article").filter({ hasText: "The text of both tabs." }).waitFor();
  });

  test("whoever goes back after a preview finds what they wrote", async () => {
    const page = await newPage(server.origin, { scripts, visitor: ada });
    await page.goto("/threads/new");
    await page.getByLabel("Title").fill("Once more");
    await page.getByLabel("Text", { exact: true }).fill("Written, looked at, kept.");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("heading", { level: 1, name: "Preview" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Begin a thread" }).waitFor();
    expect(await page.getByLabel("Title").inputValue()).toBe("Once more");
    expect(await page.getByLabel("Text", { exact: true }).inputValue()).toBe(
      "Written, looked at, kept.",
    );
  });
});

test("whoever types while the page comes to life loses nothing, and nothing fails", async () => {
  const page = await newPage(server.origin, { visitor: ada });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  for (let turn = 0; turn < 25; turn++) {
    await page.goto("/threads/new", { waitUntil: "commit" });
    await page.getByLabel("Title").fill(`Early, ${turn}`);
    await page.getByLabel("Text", { exact: true }).fill("Before the scripts were there.");
    await page.waitForLoadState();
    expect(await page.getByLabel("Title").inputValue()).toBe(`Early, ${turn}`);
  }
});
