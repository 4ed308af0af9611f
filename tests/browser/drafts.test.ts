/** What somebody types is not lost, whatever becomes of the page. */
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { form, textOf } from "../http/forms.ts";
import { type NewDatabase, newDatabase, type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { axe, newPage, takeProblems } from "./chromium.ts";

let database: NewDatabase;
let server: RunningServer;

beforeAll(async () => {
  database = await newDatabase();
  server = await startServer({ database: database.address });
});
afterAll(async () => {
  await server.stop();
  await database.discard();
});

const join = (name: string) => new Visitor(server.origin).signUp(name);
const body = (page: Page) => page.getByLabel("Text", { exact: true });
const saved = (page: Page) => page.getByText("Saved as draft").waitFor();
const titleOf = (page: Page) => page.getByLabel("Title");
const topicsOf = (page: Page) => page.getByLabel("Topics", { exact: true });
/** Nobody is asked whether to leave a page. */
const neverAsked = (page: Page) =>
  page.on("dialog", (dialog) => {
    throw new Error(`The page asked: ${dialog.type()}`);
  });

/** Another tab comes before the page, or it is looked at again. */
const hide = (page: Page, isHidden: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    },
    isHidden ? "hidden" : "visible",
  );

/** Longest wait until what is typed has been saved, in milliseconds. */
const PATIENCE = 10_000;
const eventually = <Answer>(read: () => Promise<Answer>) =>
  expect.poll(read, { timeout: PATIENCE });

/** The first words of each draft, as its writer's list has them. */
async function listed(visitor: Visitor) {
  const page = await visitor.get("/drafts");
  return Array.from(page.body.matchAll(/<p class="both"[^>]*>([^<]*)</g), ([, text]) => text);
}

async function beginThread(visitor: Visitor, title: string) {
  const fields = { title, body: "The opening.", topics: "Licences" };
  return (await visitor.fillIn("/threads/new", "/threads/new", fields)).location!;
}

test("a draft survives closing the tab and a restart of the server", async () => {
  const ada = await join("Ada");
  const page = await newPage(server.origin, { visitor: ada });
  await page.goto("/threads/new");
  await titleOf(page).fill("A long thought");
  await body(page).fill("It begins here.");
  await page.getByRole("button", { name: "Licences", exact: true }).click();
  await saved(page);
  await body(page).press("End");
  await body(page).pressSequentially(" And its last words were typed just before");
  await page.close({ runBeforeUnload: true });
  const whole = "It begins here. And its last words were typed just before";
  await eventually(() => listed(ada)).toEqual([whole]);

  expect(await server.stop()).toBe(0);
  server = await startServer({ database: database.address });
  const back = await new Visitor(server.origin).signIn("Ada");
  const next = await newPage(server.origin, { visitor: back });
  await next.goto("/threads/new");
  await next.getByText("You have begun a thread before").waitFor();
  expect(await body(next).inputValue()).toBe("");
  await next.getByRole("link", { name: "A long thought" }).click();
  await next.getByText("Restored from your draft").waitFor();
  expect(await titleOf(next).inputValue()).toBe("A long thought");
  expect(await topicsOf(next).inputValue()).toBe("Licences");
  expect(await body(next).inputValue()).toBe(whole);
  expect(await axe(next)).toEqual([]);
  await next.getByRole("button", { name: "Begin the thread" }).click();
  await next.getByRole("heading", { level: 1, name: "A long thought" }).waitFor();
  expect(await listed(back)).toEqual([]);
});

test("a draft survives a refused form, and goes on from it", async () => {
  const ben = await join("Ben");
  const page = await newPage(server.origin, { visitor: ben });
  await page.goto("/threads/new");
  await titleOf(page).fill("Refused at first");
  await body(page).fill("Words with no topic.");
  await page.getByRole("button", { name: "Begin the thread" }).click();
  await page.getByText("Choose one to five topics").waitFor();
  await saved(page);
  expect(await listed(ben)).toEqual(["Words with no topic."]);
  await body(page).fill("Words with no topic. And more.");
  await eventually(() => listed(ben)).toEqual(["Words with no topic. And more."]);
  await topicsOf(page).fill("Licences");
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  await page.getByRole("article", { name: "Your text as others will see it" }).waitFor();
  await body(page).fill("Words with a topic.");
  await page.getByRole("button", { name: "Begin the thread" }).click();
  await page.getByRole("heading", { level: 1, name: "Refused at first" }).waitFor();
  expect(await listed(ben)).toEqual([]);
});

test("below a thread a reply is saved, restored and left without a question", async () => {
  const cleo = await join("Cleo");
  const thread = await beginThread(cleo, "For replies");
  const page = await newPage(server.origin, { visitor: cleo, width: 375 });
  neverAsked(page);
  await page.goto(thread);
  const reply = page.getByLabel("Your reply", { exact: true });
  await reply.fill("A reply in the making");
  await saved(page);
  await page.goto("/rules");
  await page.goto(thread);
  expect(await reply.inputValue()).toBe("A reply in the making");
  await page.getByRole("link", { name: "Start afresh" }).click();
  expect(await reply.inputValue()).toBe("");
  expect(await listed(cleo)).toEqual(["A reply in the making"]);
});

test("two tabs with one draft never take one another's text", async () => {
  const dora = await join("Dora");
  const first = await newPage(server.origin, { visitor: dora });
  await first.goto("/threads/new");
  await body(first).fill("Common words.");
  await saved(first);
  const draft = /\/drafts\/[0-9a-f-]{36}/.exec((await dora.get("/drafts")).body)![0];
  const second = await newPage(server.origin, { visitor: dora });
  await second.goto(draft);
  await body(second).fill("Common words, and those of the second tab.");
  await saved(second);
  await body(first).fill("Common words, and those of the first tab.");
  await first.getByText("Another window has a newer text").waitFor();
  await body(first).fill("Common words, and those of the first tab, on and on.");
  await eventually(async () => (await listed(dora)).sort()).toEqual([
    "Common words, and those of the first tab, on and on.",
    "Common words, and those of the second tab.",
  ]);
});

test("a tab that cannot know whether its last words arrived overwrites nothing", async () => {
  const iris = await join("Iris");
  const first = await newPage(server.origin, { visitor: iris });
  await first.goto("/threads/new");
  await body(first).fill("Common words.");
  await saved(first);
  const draft = /\/drafts\/[0-9a-f-]{36}/.exec((await iris.get("/drafts")).body)![0];
  await first.context().setOffline(true);
  await body(first).fill("Common words, lost on the way.");
  await hide(first, true);
  const second = await newPage(server.origin, { visitor: iris });
  await second.goto(draft);
  await body(second).fill("Common words, and those of the second tab.");
  await saved(second);
  await first.context().setOffline(false);
  await hide(first, false);
  await body(first).fill("Common words, lost on the way and found.");
  await eventually(async () => (await listed(iris)).sort()).toEqual([
    "Common words, and those of the second tab.",
    "Common words, lost on the way and found.",
  ]);
  takeProblems();
});

test("what is typed on after its draft was thrown away or emptied is another draft", async () => {
  const hugo = await join("Hugo");
  const page = await newPage(server.origin, { visitor: hugo });
  await page.goto("/threads/new");
  await body(page).fill("To be thrown away.");
  await saved(page);
  const draft = /\/drafts\/[0-9a-f-]{36}/.exec((await hugo.get("/drafts")).body)![0];
  await hugo.post(draft, {});
  await body(page).fill("To be kept.");
  const both = ["To be kept.", "To be thrown away."];
  await eventually(() => listed(hugo)).toEqual(both);
  await body(page).fill("");
  await eventually(async () => (await hugo.get("/drafts")).body).toContain("You have no drafts");
  await body(page).fill("Begun again.");
  await eventually(() => listed(hugo)).toEqual(["Begun again.", ...both]);
});

test("what cannot be saved is told, and saved when it can be", async () => {
  const eve = await join("Eve");
  const page = await newPage(server.origin, { visitor: eve });
  await page.goto("/threads/new");
  await body(page).fill("In a tunnel.");
  await saved(page);
  await page.context().setOffline(true);
  await body(page).fill("In a tunnel, still typing.");
  await page.getByText("Not saved yet.").waitFor();
  await page.context().setOffline(false);
  await saved(page);
  expect(await listed(eve)).toEqual(["In a tunnel, still typing."]);
  takeProblems();
});

test("what is typed after a sending that led nowhere is saved, and can be sent", async () => {
  const jana = await join("Jana");
  const page = await newPage(server.origin, { visitor: jana });
  await page.goto("/threads/new");
  await titleOf(page).fill("Sent into the void");
  await topicsOf(page).fill("Licences");
  await body(page).fill("Sent.");
  await saved(page);
  const isPost = { times: 1 };
  await page.route("**/threads/new", (route) => route.fulfill({ status: 204 }), isPost);
  const begin = page.getByRole("button", { name: "Begin the thread" });
  await begin.click();
  await page.getByText("Saved as draft").waitFor({ state: "detached" });
  await body(page).fill("Sent. And gone on with.");
  await saved(page);
  expect(await listed(jana)).toEqual(["Sent. And gone on with."]);
  await begin.click();
  await page.getByRole("heading", { level: 1, name: "Sent into the void" }).waitFor();
  expect(await listed(jana)).toEqual([]);
});

/** Posts a thread twice from one page, as after a way back to it; where each time led, and the page. */
async function postTwice(visitor: Visitor, prepare: (page: Page) => Promise<() => void>) {
  const page = await newPage(server.origin, { visitor });
  const afterSending = await prepare(page);
  await page.goto("/threads/new");
  await titleOf(page).fill("Posted once");
  await topicsOf(page).fill("Licences");
  await body(page).fill("All of it.");
  const paths: string[] = [];
  await page.route("**/threads/new", async (route: Route) => {
    const answer = await route.fetch({ maxRedirects: 0 });
    paths.push(answer.headers().location ?? "");
    await route.fulfill({ status: 204 });
  });
  const begin = page.getByRole("button", { name: "Begin the thread" });
  for (const times of [1, 2]) {
    await begin.click();
    await expect.poll(() => paths.length).toBe(times);
    const answered = page.waitForResponse(/drafts\.json/, { timeout: 2_000 }).catch(() => null);
    afterSending();
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await answered;
  }
  expect(new Set(paths)).toEqual(new Set([expect.stringMatching(/^\/threads\/\d+-posted-once$/)]));
  await page.locator("form[data-kept]").waitFor();
  expect(await listed(visitor)).toEqual([]);
  return page;
}

test("what was posted is no draft again on the way back, and is posted once", async () => {
  const kim = await join("Kim");
  const page = await postTwice(kim, async () => () => {});
  await body(page).fill("Something else.");
  await eventually(() => listed(kim)).toEqual(["Something else."]);
});

test("what was posted before the script came is posted once", async () => {
  const kit = await join("Kit");
  await postTwice(kit, async (page) => {
    let tellSent = () => {};
    const sent = new Promise<void>((resolve) => {
      tellSent = resolve;
    });
    await page.route("**/compose/drafts*", async (route) => {
      await sent;
      await route.continue();
    });
    return tellSent;
  });
});

test("an answer that is none of the forum's counts as none", async () => {
  const lou = await join("Lou");
  const page = await newPage(server.origin, { visitor: lou });
  await page.goto("/threads/new");
  await page.route("**/drafts.json*", (route) => route.fulfill({ body: "<p>Log in</p>" }), {
    times: 1,
  });
  await body(page).fill("In a hotel.");
  await page.getByText("Not saved yet.").waitFor();
  await saved(page);
  expect(await listed(lou)).toEqual(["In a hotel."]);
});

test("a long text in any script arrives as the tab is closed", async () => {
  const mai = await join("Mai");
  const page = await newPage(server.origin, { visitor: mai });
  await page.addInitScript(() => {
    const send = navigator.sendBeacon.bind(navigator);
    navigator.sendBeacon = (...given) => {
      const isTaken = send(...given);
      document.documentElement.dataset.beacon = String(isTaken);
      return isTaken;
    };
  });
  await page.goto("/threads/new");
  await body(page).fill("长");
  await saved(page);
  const long = `长 = 100% & +${"文".repeat(10_000)}`;
  await body(page).fill(long);
  await hide(page, true);
  expect(await page.locator("html").getAttribute("data-beacon")).toBe("true");
  await page.close({ runBeforeUnload: true });
  await eventually(async () => (await listed(mai))[0]).toMatch(/^长 = 100% &amp; \+文/);
  const draft = /\/drafts\/[0-9a-f-]{36}/.exec((await mai.get("/drafts")).body)![0];
  const { location } = await mai.get(draft);
  expect(form((await mai.get(location!)).body, "/threads/new").body).toBe(long);
});

test("threads about the same are shown as one types, and open beside what is typed", async () => {
  const finn = await join("Finn");
  const thread = await beginThread(finn, "Distilled models inherit refusals from their teachers");
  const page = await newPage(server.origin, { visitor: finn });
  await page.goto("/threads/new");
  await titleOf(page).fill("Refusals that distilled models inherit");
  const link = page.getByRole("link", { name: /^Distilled models inherit refusals/ });
  await link.waitFor();
  expect(await link.getAttribute("href")).toBe(thread);
  expect(await link.getAttribute("target")).toBe("_blank");
  await titleOf(page).fill("Something about tokenizers");
  await link.waitFor({ state: "detached" });
});

test("without scripts the button keeps what is typed", async () => {
  const gwen = await join("Gwen");
  const page = await newPage(server.origin, { visitor: gwen, scripts: false });
  await page.goto("/threads/new");
  await body(page).fill("No scripts here.");
  await page.getByRole("button", { name: "Keep as draft" }).click();
  await page.getByText("Kept as draft.").waitFor();
  const { body: list } = await gwen.get("/drafts");
  expect(textOf(list)).toContain("No scripts here.");
  const path = /\/drafts\/[0-9a-f-]{36}/.exec(list)![0];
  const { location } = await gwen.get(path);
  expect(form((await gwen.get(location!)).body, "/threads/new").body).toBe("No scripts here.");
});
