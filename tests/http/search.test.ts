/** Searching the running forum by its address. */
import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "./forms.ts";
import { newDatabase, type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { linksOf, startThread } from "./written.ts";

let server: RunningServer;
let ada: Visitor;
let guest: Visitor;

beforeAll(async () => {
  server = await startServer();
  guest = new Visitor(server.origin);
  ada = await new Visitor(server.origin).signUp("Ada");
});
afterAll(async () => {
  await server.stop();
});

const search = (visitor: Visitor, q: string, more = "") =>
  visitor.get(`/search?q=${encodeURIComponent(q)}${more}`);

test("a post is found as soon as it is there, by everybody, and no longer once it is withdrawn", async () => {
  const { id } = await startThread(ada, {
    title: "Of <script>alert(1)</script> gannets",
    body: "Gannets & **gulls**.",
  });
  for (const visitor of [ada, guest]) {
    const page = await search(visitor, "gannet");
    expect(page.status).toBe(200);
    expect(textOf(page.body)).toContain("Gannets & gulls.");
    expect(page.body).toContain("<mark>gannets</mark>");
    expect(page.body).not.toContain("<script>alert");
    expect(page.body).toContain('<meta name="robots" content="noindex"/>');
  }
  const post = /\/posts\/(\d+)"/.exec((await search(guest, "gannet")).body)![1];
  expect((await guest.get(`/posts/${post}`)).headers.location).toContain(`/threads/${id}`);
  await ada.post(`/posts/${post}/withdraw`, {});
  expect((await search(guest, "gannet")).body).not.toContain("<mark>");
});

test("a page of a search beyond its end leads back to the first, in its order", async () => {
  await startThread(ada, { title: "Of cormorants", body: "They dive." });
  for (const order of ["", "&order=newest"]) {
    const page = await search(guest, "cormorants", `${order}&after=1.1`);
    expect(textOf(page.body)).toContain("There is nothing more.");
    expect(linksOf(page.body, "first")).toEqual([`/search?q=cormorants${order}`]);
    for (const after of ["x", `${"a".repeat(22)}.1`]) {
      const first = await search(guest, "cormorants", `${order}&after=${after}`);
      expect([after, first.body.includes("<mark>")]).toEqual([after, true]);
    }
  }
});

test("a forum that was searched stops when it is told to, and leaves nothing beside its file", async () => {
  const own = await newDatabase();
  const forum = await startServer({ database: own.address });
  expect((await search(new Visitor(forum.origin), "gannet")).status).toBe(200);
  expect(await forum.stop()).toBe(0);
  if (own.address.startsWith("file:")) {
    expect(existsSync(`${own.address.slice(5)}-wal`)).toBe(false);
  }
  await own.discard();
});

test("AC-100: who searches too often is told when to try again", async () => {
  const forum = await startServer({ env: { LIMITS: "1" } });
  const visitor = new Visitor(forum.origin);
  let page = await search(visitor, "gannet");
  for (let turn = 0; turn < 40 && page.status === 200; turn += 1)
    page = await search(visitor, "gannet");
  expect(page.status).toBe(429);
  expect(Number(page.headers["retry-after"])).toBeGreaterThan(0);
  await forum.stop();
});

test("AC-077, AC-078: whatever is asked, the answer is a page, and never that the forum broke", async () => {
  const asked = [
    '"',
    '""',
    '" OR ""',
    "AND",
    "NOT",
    "-",
    "by:",
    "since:99d kind:",
    "*",
    "NEAR(",
    "a".repeat(5_000),
  ];
  for (const q of [...asked, "x ".repeat(1_500), "%", "\\", "{title}:", "'; drop table post"]) {
    const page = await search(guest, q);
    expect([q.slice(0, 20), page.status]).toEqual([q.slice(0, 20), 200]);
    expect(textOf(page.body).length).toBeGreaterThan(200);
  }
  // An address has a bound of its own.
  const long = await search(guest, "a".repeat(10_000));
  expect([long.status, textOf(long.body).length > 20]).toEqual([414, true]);
  for (const more of [
    "&after=x",
    "&after=1.1",
    "&after=99999999999.999999999999999",
    "&order=x&order=newest",
    "&q=again",
  ]) {
    expect([more, (await search(guest, "gannet", more)).status]).toEqual([more, 200]);
  }
  expect((await guest.get("/search?q=%ff%fe")).status).toBeLessThan(500);
  expect((await guest.get("/search?q=a%00b")).status).toBeLessThan(500);
  expect((await guest.get("/search")).status).toBe(200);
});
