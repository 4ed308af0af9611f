/** The addresses that other programs rely on: what each answers to reading. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { textOf } from "./forms.ts";
import { type RunningServer, startServer } from "./server.ts";
import { settle } from "./settled.ts";
import { Visitor } from "./visitor.ts";
import { dataOf, fieldsOf, linksOf, postsOn, reply, startThread } from "./written.ts";

let server: RunningServer;
let ada: Visitor;
let ben: Visitor;
let guest: Visitor;
let thread: { id: number; path: string };
let replyId: number;

beforeAll(async () => {
  server = await startServer();
  guest = new Visitor(server.origin);
  ada = await new Visitor(server.origin).signUp("Ada");
  ben = await new Visitor(server.origin).signUp("Ben");
  await settle(server);
  thread = await startThread(ada);
  replyId = await reply(ben, thread.id);
});
afterAll(() => server.stop());

test.each([
  ["/", 200, "text/html; charset=utf-8"],
  ["/?order=best", 200, "text/html; charset=utf-8"],
  ["/?order=new", 200, "text/html; charset=utf-8"],
  ["/?order=active", 200, "text/html; charset=utf-8"],
  ["/?order=nonsense&after=nonsense", 200, "text/html; charset=utf-8"],
  ["/topics", 200, "text/html; charset=utf-8"],
  ["/topics/open-weights", 200, "text/html; charset=utf-8"],
  ["/topics/Open%20Weights", 200, "text/html; charset=utf-8"],
  ["/topics/gossip", 404, "text/html; charset=utf-8"],
  ["/threads/1", 200, "text/html; charset=utf-8"],
  ["/threads/1-any-slug-at-all", 200, "text/html; charset=utf-8"],
  ["/threads/1.json", 200, "application/json; charset=utf-8"],
  ["/threads/1.md", 200, "text/markdown; charset=utf-8"],
  ["/threads/99", 404, "text/html; charset=utf-8"],
  ["/threads/99.json", 404, "application/json"],
  ["/feed.xml", 200, "application/atom+xml; charset=utf-8"],
  ["/feed.json?order=new", 200, "application/feed+json; charset=utf-8"],
  ["/threads/1-any/feed.xml", 200, "application/atom+xml; charset=utf-8"],
  ["/topics/none/feed.xml", 404, "application/xml; charset=utf-8"],
  ["/people/Nobody/feed.json", 404, "application/json"],
  ["/threads/99.md", 404, "text/markdown; charset=utf-8"],
  ["/threads/0", 404, "text/html; charset=utf-8"],
  ["/threads/01", 404, "text/html; charset=utf-8"],
  ["/threads/1e3", 404, "text/html; charset=utf-8"],
  ["/threads/99999999999999999999", 404, "text/html; charset=utf-8"],
  ["/threads/1?branch=2", 200, "text/html; charset=utf-8"],
  ["/threads/1?branch=99", 404, "text/html; charset=utf-8"],
  ["/posts/99", 404, "text/html; charset=utf-8"],
  ["/posts/1/history", 200, "text/html; charset=utf-8"],
  ["/posts/99/history", 404, "text/html; charset=utf-8"],
  ["/people/Ada", 200, "text/html; charset=utf-8"],
  ["/people/Nobody", 404, "text/html; charset=utf-8"],
  ["/preview", 200, "text/html; charset=utf-8"],
  ["/sign-up", 200, "text/html; charset=utf-8"],
  ["/sign-in", 200, "text/html; charset=utf-8"],
  ["/rules", 200, "text/html; charset=utf-8"],
  ["/about", 200, "text/html; charset=utf-8"],
  ["/about/scorer", 200, "text/html; charset=utf-8"],
  ["/help", 200, "text/html; charset=utf-8"],
  ["/privacy", 200, "text/html; charset=utf-8"],
  ["/terms", 200, "text/html; charset=utf-8"],
  ["/log", 200, "text/html; charset=utf-8"],
  ["/health", 200, "application/json; charset=utf-8"],
  ["/sitemap.xml", 200, "application/xml; charset=utf-8"],
  ["/sitemap.xml?part=0", 200, "application/xml; charset=utf-8"],
  ["/sitemap.xml?part=7", 404, "application/xml"],
  ["/robots.txt", 200, "text/plain; charset=utf-8"],
  ["/.well-known/security.txt", 200, "text/plain; charset=utf-8"],
  ["/nowhere", 404, "text/html; charset=utf-8"],
  ["/nowhere/at/all", 404, "text/html; charset=utf-8"],
])("%s answers %d, also to HEAD", async (path, status, type) => {
  const answer = await guest.get(path);
  expect([answer.status, answer.headers["content-type"]]).toEqual([status, type]);
  const head = await guest.ask("HEAD", path);
  expect([head.status, head.body, head.headers["content-type"]]).toEqual([status, "", type]);
});

test.each([
  ["/threads/new", "/sign-in?next=%2Fthreads%2Fnew"],
  ["/threads/1/reply?parent=2", "/sign-in?next=%2Fthreads%2F1%2Freply%3Fparent%3D2"],
  ["/posts/1/edit", "/sign-in?next=%2Fposts%2F1%2Fedit"],
  ["/posts/1/withdraw", "/sign-in?next=%2Fposts%2F1%2Fwithdraw"],
  ["/threads/1/pin", "/sign-in?next=%2Fthreads%2F1%2Fpin"],
  ["/posts/2", "/threads/1-a-claim-about-weights#post-2"],
])("%s leads a guest to %s", async (path, location) => {
  const answer = await guest.get(path);
  expect([answer.status, answer.location]).toEqual([302, location]);
});

test("each form has the fields that are written down, and its hidden key", async () => {
  const fields = async (visitor: Visitor, path: string, action: string) =>
    fieldsOf((await visitor.get(path)).body, action).sort();
  const thread = ["body", "disclosure", "key", "norms", "quote", "title", "topics", "url"];
  expect(await fields(ada, "/threads/new", "/threads/new")).toEqual(thread);
  const answer = ["body", "key", "kind"];
  expect(await fields(ada, "/threads/1", "/threads/1/reply")).toEqual(answer);
  expect(await fields(ada, "/threads/1/reply", "/threads/1/reply")).toEqual(answer);
  expect(await fields(ada, "/threads/1/reply?parent=2", "/threads/1/reply")).toEqual([
    ...answer,
    "parent",
  ]);
  expect(await fields(ben, "/posts/2/edit", "/posts/2/edit")).toEqual(["body", "key", "version"]);
  const opening = ["body", "key", "title", "topics", "version"];
  expect(await fields(ada, "/posts/1/edit", "/posts/1/edit")).toEqual(opening);
  expect(await fields(ada, "/posts/1/withdraw", "/posts/1/withdraw")).toEqual([]);
  expect(await fields(guest, "/preview", "/preview")).toEqual(answer);
});

test("the form of a reply quotes the passage that its address holds", async () => {
  const page = await ada.get("/threads/1/reply?parent=2&quote=And%20yet.%0AIt%20moves.");
  expect(textOf(page.body)).toContain("> [Ben](/posts/2): > And yet. > It moves.");
});

test("a thread's page names its canonical address, its posts and its other forms", async () => {
  const { body } = await guest.get(`/threads/${thread.id}-old-title`);
  expect(linksOf(body, "canonical")).toEqual([server.origin + thread.path]);
  expect(linksOf(body, "alternate")).toEqual([
    ...["/threads/1.md", "/threads/1.json"],
    ...["/threads/1/feed.xml", "/threads/1/feed.json"],
  ]);
  expect(postsOn(body)).toEqual([1, replyId]);
});

test("a thread as data has the shape that is written down", async () => {
  const told = {
    url: "https://arxiv.org/abs/2410.01234",
    quote: "we find",
    disclosure: "none",
    norms: "Cite.",
  };
  const { id } = await startThread(ada, {
    title: "Told with all",
    topics: "Safety, Open weights",
    ...told,
  });
  const replyId = await reply(ben, id, { kind: "tried", body: "**It runs.**" });
  const data = await dataOf(guest, id);
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
  expect(data).toMatchObject({ id, title: "Told with all", at: time, author: "Ada", ...told });
  expect(data.topics).toEqual(["Safety", "Open weights"]);
  expect(data.posts[1]).toEqual({
    ...{ id: replyId, parent: data.posts[0].id, author: "Ben", at: time, kind: "tried" },
    ...{ body: "**It runs.**", html: "<p><strong>It runs.</strong></p>\n", state: "published" },
  });
  expect(data.posts[0]).toMatchObject({ parent: null, kind: "reply" });
  const plain = await dataOf(guest, thread.id);
  expect(Object.keys(plain)).not.toContain("url");
  expect(Object.keys(plain)).not.toContain("next");
});

test("a thread as Markdown holds its posts, each under whose it is", async () => {
  const { body } = await guest.get("/threads/1.md");
  expect(body).toMatch(/^# A claim about weights\n/);
  expect(body).toContain("Because it is so.");
  expect(body).toMatch(/Post 2, Ben, .*in reply to post 1/);
});

test("lists lead to their next page, until there is none", async () => {
  for (let turn = 0; turn < 25; turn++) await startThread(ada, { title: `Claim ${turn}` });
  for (const start of ["/?order=new", "/", "/?order=active", "/topics/open-weights?order=new"]) {
    const seen: string[] = [];
    for (let path: string | undefined = start; path; ) {
      const { body, status } = await guest.get(path);
      expect(status).toBe(200);
      seen.push(...linksOf(body).filter((href) => /^\/threads\/\d+-/.test(href)));
      const next = linksOf(body, "next");
      expect(new Set(next).size).toBe(next.length === 0 ? 0 : 1);
      path = next[0];
    }
    expect([start, seen.length, new Set(seen).size]).toEqual([start, 27, 27]);
    if (/order=new/.test(start)) expect(seen[0]).toContain("claim-24");
  }
});

test("the sitemap, robots and security files name the forum's own addresses", async () => {
  const { body: part } = await guest.get("/sitemap.xml");
  expect(part).toBe((await guest.get("/sitemap.xml?part=0")).body);
  expect(part).toContain(`<loc>${server.origin}${thread.path}</loc>`);
  expect(part).toContain(`<loc>${server.origin}/topics/open-weights</loc>`);
  const { body: robots } = await guest.get("/robots.txt");
  expect(robots).toContain(`Sitemap: ${server.origin}/sitemap.xml`);
  for (const path of ["/follow", "/inbox", "/notices/", "/unsubscribe/", "/reset-password/"]) {
    expect(robots).toContain(`Disallow: ${path}\n`);
  }
  const { body: security } = await guest.get("/.well-known/security.txt");
  const expires = Date.parse(/^Expires: (.+)$/m.exec(security)![1]!);
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
});

test("the sitemap of a large forum names its parts, and each part its threads", async () => {
  const large = await startServer();
  const ada = await new Visitor(large.origin).signUp("Ada");
  const { path, id } = await startThread(ada);
  const second = "/threads/10001-beyond-the-first-part";
  const db = openDatabase(large.database);
  const first = await db.selectFrom("thread").selectAll().where("id", "=", id).execute();
  await db
    .insertInto("thread")
    .values(first.map((row) => ({ ...row, id: 10_001, slug: "beyond-the-first-part" })))
    .execute();
  await db.destroy();
  const { body } = await ada.get("/sitemap.xml");
  expect(body).toContain(`<loc>${large.origin}/sitemap.xml?part=0</loc>`);
  expect(body).toContain(`<loc>${large.origin}/sitemap.xml?part=1</loc>`);
  const parts = [await ada.get("/sitemap.xml?part=0"), await ada.get("/sitemap.xml?part=1")];
  expect(parts[0]!.body).toContain(`<loc>${large.origin}${path}</loc>`);
  expect(parts[1]!.body).toContain(`<loc>${large.origin}${second}</loc>`);
  await large.stop();
});

test("an unknown address says so and leads on", async () => {
  const { body } = await guest.get("/nowhere");
  expect(textOf(body)).toContain("There is no such page");
  expect(linksOf(body)).toEqual(expect.arrayContaining(["/", "/topics"]));
});

test("a page says once what kind of document it is", async () => {
  for (const path of ["/", "/threads/new", "/nowhere"]) {
    expect((await ada.get(path)).body.match(/<!doctype html>/gi)).toHaveLength(1);
  }
});
