/** Addresses of pages that were altered, are of another list, or lead beyond the end or to what is elsewhere: the nearest right place, and always a way on. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { say } from "#app/strings/say.ts";
import { type Db, openDatabase } from "#db/open.server.ts";
import { fillThread } from "../threads/fill.ts";
import { type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { dataOf, linksOf, postsOn, startThread } from "./written.ts";

let server: RunningServer;
let db: Db;
let ada: Visitor;
let guest: Visitor;
let long: { id: number; path: string };
let short: { id: number; path: string };
/** The long thread's first 150 replies answer the opening post, the others one below the other. */
let ids: number[];

const REPLIES = 700;

beforeAll(async () => {
  server = await startServer();
  db = openDatabase(server.database);
  guest = new Visitor(server.origin);
  ada = await new Visitor(server.origin).signUp("Ada");
  long = await startThread(ada);
  short = await startThread(ada);
  const openingId: number = (await dataOf(guest, long.id)).posts[0].id;
  const { id } = await db.selectFrom("person").select("id").executeTakeFirstOrThrow();
  const parents = Array.from({ length: REPLIES }, (_, place) => (place < 150 ? -1 : place - 1));
  ids = await fillThread(db, { threadId: long.id, openingId }, id, parents);
});
afterAll(async () => {
  await db.destroy();
  await server.stop();
});

/** What may be taken for a cursor. */
const altered = ["1", "1.1", "0.999999999", "99999999999.999999999999999", "1790000000.1"];
/** What may not. */
const garbage = [
  ...["", "x", "-1", "1.", ".1", "1e9.1", "1.1.1", "' or 1=1 --", "../..", "9".repeat(5_000)],
  ...["٣.٤", "{}", "undefined", "NaN.NaN", "1790000000,1"],
];

const pages = () => [
  "/?order=best",
  "/?order=new",
  "/?order=active",
  "/topics/open-weights?order=new",
  "/log?show=all",
  "/people/Ada?show=threads",
  "/people/Ada?show=replies",
  `${long.path}?order=best`,
  `${long.path}?order=new`,
  `${long.path}?order=old`,
  `${long.path}?order=active`,
  `${long.path}?order=across`,
  `${long.path}?order=new&branch=${ids[150]}`,
  `${long.path}?order=best&branch=${ids[150]}`,
  `/threads/${long.id}.json?part=1`,
  `/threads/${long.id}.md?part=1`,
];

/** Asks for a page from a cursor on: it comes, and something on it leads on. */
async function goesOn(visitor: Visitor, page: string, after: string) {
  const { status, body } = await visitor.get(`${page}&after=${encodeURIComponent(after)}`);
  const isPage = body.startsWith("<!DOCTYPE html>");
  const isWay = body.includes(`href="${page.split("?")[0]}`);
  expect([page, after, status, isWay]).toEqual([page, after, 200, isPage]);
}

test("an altered cursor shows a page of its list with ways on, to guests and to who is signed in", async () => {
  for (const page of pages()) for (const after of altered) await goesOn(guest, page, after);
  for (const page of pages()) await goesOn(ada, page, "1.1");
});

test("what is no cursor is read as the beginning", async () => {
  for (const page of pages().filter((_, place) => place % 4 === 0)) {
    for (const after of garbage) await goesOn(guest, page, after);
  }
  expect((await guest.get("/?after=%ff%fe")).status).toBe(200);
});

test("a page behind the last row of any list says so and leads back to its first, and what is no cursor is that page", async () => {
  const nia = await new Visitor(server.origin).signUp("Nia");
  await db.updateTable("person").set({ role: "administrator" }).where("name", "=", "Nia").execute();
  for (const [list, behind] of [
    ["/saved", "0.0"],
    ["/inbox", "0.0"],
    ["/inbox?show=all", "0.0"],
    ["/following?show=topic", "0.0"],
    ["/admin/people", "1"],
    ["/admin/people?q=Ada", "1"],
    ["/moderation/mailbox", "99999999999.1"],
    ["/moderation/mailbox?show=all", "0.0"],
    ["/moderation/appeals", "99999999999.1"],
    ["/account/mailbox", "1"],
    ["/log?office=clock", "1"],
  ] as const) {
    const from = (after: string) =>
      nia.get(`${list}${list.includes("?") ? "&" : "?"}after=${after}`);
    expect([list, linksOf((await from(behind)).body, "first")]).toEqual([list, [list]]);
    for (const after of ["x", `${"a".repeat(22)}.1`]) {
      const { status, body } = await from(after);
      expect([list, after, status, linksOf(body, "first")]).toEqual([list, after, 200, []]);
    }
  }
  expect((await nia.get("/moderation?after=x")).body).not.toContain(say("moderation.queue.end"));
});

test("what no order, branch or part is called so is read as the beginning", async () => {
  const first = postsOn((await guest.get(long.path)).body);
  expect(first.length).toBeGreaterThan(100);
  for (const query of ["order=worst", "branch=x", "branch=-1", "branch=1.5", "after=x", "page=9"]) {
    const { status, body } = await guest.get(`${long.path}?${query}`);
    expect([query, status, postsOn(body)]).toEqual([query, 200, first]);
  }
});

test("a branch of another thread leads to its place there, one that is nowhere is not found", async () => {
  const asked = `${short.path}?order=new&branch=${ids[400]}&after=1.1`;
  for (const visitor of [guest, ada]) {
    const elsewhere = await visitor.get(asked);
    expect([elsewhere.status, elsewhere.location]).toEqual([
      302,
      `${long.path}?order=new&branch=${ids[400]}#post-${ids[400]}`,
    ]);
    const nowhere = await visitor.get(`${short.path}?branch=999999`);
    expect(nowhere.status).toBe(404);
  }
  const opening: number = (await dataOf(guest, short.id)).posts[0].id;
  const { location } = await guest.get(`${long.path}?branch=${opening}`);
  expect(location).toBe(`${short.path}#post-${opening}`);
});

test("a cursor of one order leads on in every other, to the posts after the one that it names", async () => {
  const first = await guest.get(`${long.path}?order=old`);
  const [next] = linksOf(first.body, "next");
  const after = new URL(next!, server.origin).searchParams.get("after")!;
  for (const order of ["best", "new", "old", "active", "across"]) {
    const { status, body } = await guest.get(`${long.path}?order=${order}&after=${after}`);
    expect([order, status]).toEqual([order, 200]);
    expect(linksOf(body).some((link) => link.startsWith(long.path))).toBe(true);
  }
});

test("the address of a post far down leads to a page that shows it, with the way up and down", async () => {
  const { status, location } = await guest.get(`/posts/${ids[400]}`);
  expect([status, location]).toEqual([302, `${long.path}?branch=${ids[400]}#post-${ids[400]}`]);
  const { body } = await guest.get(location!.split("#")[0]!);
  expect(postsOn(body).slice(0, 2)).toEqual([ids[400], ids[401]]);
  expect(linksOf(body).filter((link) => link.includes(`branch=${ids[399]}`))).not.toEqual([]);
  expect(linksOf(body).filter((link) => link.includes(`branch=${ids[599]}`))).not.toEqual([]);
});
