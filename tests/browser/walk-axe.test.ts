/** Every kind of page, by day and by night, on a phone and on a desk: axe finds nothing wrong, and nothing sticks out. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_PASSWORD } from "#app/demonstration/fill-forum.server.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { axe, newPage } from "./chromium.ts";

/** Of the demonstration: the thread with the deepest tree, and one with code and a table. */
const LONG = "/threads/2";
const WITH_CODE = "/threads/7";
/** The rules whose verdict changes at night. */
const COLOURS = ["color-contrast", "link-in-text-block"];

let server: RunningServer;
let nobody: Visitor;

beforeAll(async () => {
  server = await startServer({ env: { DEMO: "on" } });
  nobody = new Visitor(server.origin);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

const signIn = (name: string) => new Visitor(server.origin).signIn(name, DEMO_PASSWORD);

/** The address of the first link of a page that has this form. */
async function firstLink(visitor: Visitor, path: string, form: RegExp) {
  const { location } = await visitor.get(path);
  const { body } = await visitor.get(location ?? path);
  const link = Array.from(body.matchAll(/href="([^"]+)"/g), ([, href]) => href!).find((href) =>
    form.test(href),
  );
  if (!link) throw new Error(`${path} has no link like ${form}`);
  return link.replaceAll("&amp;", "&");
}

/** What is wrong with the page as it is shown now. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await axe(page);
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await axe(page, COLOURS)).map((fault) => `dark: ${fault}`));
  await page.emulateMedia({ colorScheme: "light" });
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (excess > 0) faults.push(`${excess} pixels too wide for ${width}`);
  }
  await page.setViewportSize({ width: 360, height: 800 });
  return faults.map((fault) => `${page.url()}: ${fault}`);
}

async function look(visitor: Visitor, paths: string[]) {
  const page = await newPage(server.origin, { width: 360, visitor });
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    faults.push(...(await faultsOf(page)));
  }
  return { page, faults };
}

test("what everybody reads", async () => {
  const history = await firstLink(nobody, LONG, /\/history$/);
  const { faults } = await look(nobody, [
    ...["/", "/topics", "/topics/licences", LONG, WITH_CODE, history, "/people/Ben", "/log"],
    ...["/search", "/search?q=licence+!", "/search?q=by:Nobody"],
    ...[
      "/rules",
      "/about",
      "/about/scorer",
      "/help",
      "/privacy",
      "/terms",
      "/sign-up",
      "/sign-in",
      "/no-such-page",
    ],
  ]);
  expect(faults).toEqual([]);
});

test("what members write", async () => {
  const ben = await signIn("Ben");
  const reply = await firstLink(ben, LONG, /\/reply\?parent=/);
  const edit = await firstLink(ben, LONG, /\/edit$/);
  const { page, faults } = await look(ben, [
    ...["/threads/new", reply, edit, edit.replace("edit", "withdraw")],
    ...["/account", "/account/profile", "/account/email", "/account/password", "/sign-out"],
  ]);
  await page.goto("/threads/new");
  await page.getByRole("button", { name: "Begin the thread" }).click();
  await page.getByRole("alert").waitFor();
  faults.push(...(await faultsOf(page)));
  await page.getByLabel("Text", { exact: true }).fill("| a | b |\n|---|---|\n| 1 | 2 |\n");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("heading", { level: 1, name: "Preview" }).waitFor();
  faults.push(...(await faultsOf(page)));
  expect(faults).toEqual([]);
});

test("what members keep and read on", async () => {
  const ben = await signIn("Ben");
  const other = await signIn("Ada");
  for (const visitor of [ben, other]) {
    for (let post = 3; post < 40; post += 1) {
      await visitor.post(`/posts/${post}/thanks`, { thanks: "1" });
      await visitor.post(`/posts/${post}/save`, { saved: "1" });
    }
  }
  const now =
    "Since I read it I see that a rule which nobody can check is kept by the honest alone. ";
  await ben.post("/posts/1/changed-my-mind", { before: "A rule is a rule.", now: now.repeat(2) });
  await other.post("/posts/2/exemplary", { line: "It answers the best of what was said." });
  const { page, faults } = await look(ben, [
    ...[
      "/saved",
      "/posts/2/why",
      "/account/sessions",
      "/people/Ben",
      "/people/Ada",
      LONG,
      "/standing",
    ],
    ...["/posts/1/changed-my-mind", "/posts/3/changed-my-mind", "/posts/3/exemplary"],
  ]);
  await page.goto("/saved");
  await page
    .getByRole("button", { name: /^Remove/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  faults.push(...(await faultsOf(page)));
  expect(faults).toEqual([]);
});

test("what moderators and administrators do", async () => {
  const root = await signIn("Root");
  const { faults } = await look(root, [
    ...["/admin/people/Ben/level", "/admin/founding"],
    ...["/admin", "/admin/people", "/admin/people/Ben", "/admin/topics", "/admin/topics/licences"],
    ...["/admin/topics/licences/merge", "/admin/joining", "/admin/invitations", "/admin/nudges"],
    ...["/threads/1/pin", "/threads/1/lock"],
  ]);
  expect(faults).toEqual([]);
});

test("what moderators do about posts, threads and people, and what is written to them", async () => {
  const ben = await signIn("Ben");
  const root = await signIn("Root");
  await ben.post("/account/mailbox", { body: "May one quote a whole letter? ".repeat(12) });
  const split = await firstLink(root, LONG, /\/split$/);
  const acts = ["warn", "suspend", "pace"].map((act) => `/moderation/people/Ben/${act}`);
  const pages = [
    ...["/moderation/people/Ben", ...acts, split, split.replace("split", "moderate")],
    ...["/threads/1/merge", "/threads/1/slow", "/threads/1/topics"],
    ...["/moderation/mailbox", "/moderation/mailbox/Ben", "/moderation/appeals"],
    ...[
      "/admin/rules",
      "/admin/rules/argument",
      "/admin/rules/argument/retire",
      "/admin/moderators",
    ],
  ];
  for (const path of pages) expect((await root.get(path)).status, path).toBe(200);
  const { page, faults } = await look(root, pages);
  // A field that browsers hold to be filled in comes back by what they let through.
  await page.goto("/moderation/people/Ben/suspend");
  await page.getByRole("button", { name: "Suspend" }).click();
  await page.getByRole("alert").waitFor();
  faults.push(...(await faultsOf(page)));
  faults.push(...(await look(ben, ["/account/mailbox"])).faults);
  expect(faults).toEqual([]);
});
