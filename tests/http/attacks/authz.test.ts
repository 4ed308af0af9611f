import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import type { Role } from "#db/schema.ts";
import { form } from "../forms.ts";
import {
  addReply,
  addThread,
  firstValue,
  keptRows,
  openScene,
  type Rows,
  stranger,
  visit,
} from "./scene.ts";

const scene = openScene();
let before: Rows;
const nothingChanged = async () => expect(await keptRows(scene)).toEqual(before);
beforeEach(async () => {
  before = await keptRows(scene);
});

test("AC-061: what is another's or not there changes nothing, by page or as data, whatever the number", async () => {
  const ben = await visit(scene, "Ben");
  before = await keptRows(scene);
  const { post, id } = scene.thread;
  const deeds: [string, Record<string, string>, number[]][] = [
    [`/posts/${post}/edit`, { body: "Mine now.", version: "1" }, [403]],
    [`/posts/${post}/withdraw`, {}, [403]],
    [`/posts/${post}/withdraw`, { restore: "1" }, [403]],
    ["/posts/999/edit", { body: "Mine now.", version: "1" }, [404]],
    ["/posts/999/withdraw", {}, [404]],
    [`/threads/${id}/pin`, { reason: "Because it has to be." }, [403]],
    [`/threads/${id}/lock`, { reason: "Because it has to be.", undo: "1" }, [403]],
    ["/threads/999/reply", { body: "To nobody." }, [404]],
    ["/admin/people/Ben", { role: "administrator", reason: "Because it has to be." }, [403]],
    ["/admin/people/Nobody", { role: "member", reason: "Because it has to be." }, [403]],
  ];
  for (const [address, fields, statuses] of deeds) {
    for (const data of ["", ".data"]) {
      const { status } = await ben.post(address + data, fields);
      expect(statuses, `${address}${data}`).toContain(status);
    }
  }
  await nothingChanged();
});

test("AC-061: what a form brings back after a refusal holds nothing of another's post", async () => {
  const hidden = await addReply(scene, "Ada", scene.thread.id, scene.thread.post, {
    body: "Words taken back.",
    html: "<p>Words taken back.</p>",
  });
  await (await visit(scene, "Ada")).post(`/posts/${hidden}/withdraw`, {});
  const ben = await visit(scene, "Ben");
  for (const [address, fields] of [
    [`/posts/${hidden}/edit`, { body: "Mine.", version: "1" }],
    [`/posts/${hidden}/edit`, { body: "Mine.", version: "9" }],
    [`/posts/${hidden}/withdraw`, { restore: "1" }],
    [`/threads/${scene.thread.id}/reply`, { body: "To it.", parent: String(hidden) }],
  ] as [string, Record<string, string>][]) {
    const answer = await ben.post(address, fields);
    expect(answer.status, address).toBe(403);
    expect(answer.body).not.toContain("Words taken back");
  }
});

test("AC-062: the row that is changed is the one that is checked: an answered post must stand in the thread of the address", async () => {
  const other = await addThread(scene, "Ben");
  const ben = await visit(scene, "Ben");
  before = await keptRows(scene);
  const fields = { body: "Between threads.", parent: String(other.post) };
  expect((await ben.post(`/threads/${scene.thread.id}/reply`, fields)).status).toBe(404);
  const foreign = { body: "Mine.", version: "1", id: String(other.post), post: String(other.post) };
  expect((await ben.post(`/posts/${scene.thread.post}/edit`, foreign)).status).toBe(403);
  await nothingChanged();
});

test("AC-063: fields that a form does not have are ignored, in every form", async () => {
  const nia = await visit(scene, "Nia");
  const extra = {
    role: "administrator",
    level: "9",
    author: "1",
    author_id: String(scene.ids.Root),
    person_id: String(scene.ids.Root),
    personId: String(scene.ids.Root),
    pinned_at: "1",
    locked_at: "1",
    posted_at: "1",
    html: "<script>alert(1)</script>",
    renderer: "9",
    is_demonstration: "1",
    isAdmin: "true",
    email_key: "root@mail.example",
  };
  const topics = "Open weights";
  const thread = { title: "Extra fields", body: "Words.", topics };
  const { location } = await nia.post("/threads/new", { ...thread, ...extra });
  const id = Number(/\d+/.exec(location ?? "")?.[0]);
  await nia.post(`/threads/${id}/reply`, { body: "An answer.", ...extra });
  await nia.post("/account/profile", { about: "Words.", ...extra });
  await stranger(scene).post("/sign-up", {
    name: "Wiesel",
    password: "nine lemons under a bridge",
    ...extra,
  });
  const rows = await scene.db.selectFrom("thread").selectAll().where("id", "=", id).execute();
  expect(rows[0]).toMatchObject({ author_id: scene.ids.Nia, pinned_at: null, locked_at: null });
  const posts = await scene.db.selectFrom("post").selectAll().where("thread_id", "=", id).execute();
  expect(posts).toHaveLength(2);
  for (const post of posts) {
    expect(post.html).not.toContain("script");
    expect(post.posted_at).toBeGreaterThan(1);
    expect(post.author_id).toBe(scene.ids.Nia);
  }
  const people = await scene.db
    .selectFrom("person")
    .selectAll()
    .where("name", "in", ["Nia", "Wiesel"])
    .execute();
  expect(people).toHaveLength(2);
  for (const person of people) expect(person).toMatchObject({ role: "member", level: 0 });
  expect(await firstValue(scene, sql`select count(*) from person where is_demonstration = 1`)).toBe(
    0,
  );
});

const encoded = (pairs: [string, string][]) => new URLSearchParams(pairs).toString();

test("AC-064: fields named like prototypes, repeated fields and lists do no harm; the first value counts", async () => {
  const ada = await visit(scene, "Ada");
  const headers = {
    origin: scene.origin,
    "content-type": "application/x-www-form-urlencoded",
  };
  const odd: [string, string][] = [
    ["__proto__", "x"],
    ["__proto__[isAdmin]", "1"],
    ["constructor", "x"],
    ["constructor.prototype.role", "administrator"],
    ["toString", "x"],
    ["hasOwnProperty", "x"],
    ["body[]", "A list."],
    ["body", "The first."],
    ["body", "The second."],
    ["parent", ""],
    ["parent", "999"],
  ];
  const address = `/threads/${scene.thread.id}/reply`;
  const posted = await ada.ask("POST", address, headers, encoded(odd));
  expect(posted.status).toBe(302);
  expect(await firstValue(scene, sql`select body from post order by id desc`)).toBe("The first.");
  const kept = odd.map(([name, value]): [string, string] => [name, name === "body" ? "" : value]);
  for (const form of [
    kept,
    [
      ["__proto__", "\0"],
      ["body", ""],
    ] as [string, string][],
  ]) {
    for (const place of [address, `${address}.data`, "/preview", "/sign-in", "/account/profile"]) {
      const answer = await ada.ask("POST", place, headers, encoded(form));
      expect(answer.status, place).toBeLessThan(500);
    }
  }
  const json = '{"body":"As JSON.","__proto__":{"role":"administrator"}}';
  expect((await ada.ask("POST", address, headers, json)).status).toBe(422);
  expect((await ada.get("/admin")).status).toBe(403);
});

test("AC-068: a withdrawn post is a stub on every page, in every form of it, for everybody but its author and moderators", async () => {
  const title = "A thread that is taken back";
  const words = { title, body: "Quite secret words.", topics: "Licences" };
  const ada = await visit(scene, "Ada");
  const { location } = await ada.post("/threads/new", words);
  const id = Number(/\d+/.exec(location ?? "")?.[0]);
  const post = await firstValue(scene, sql`select opening_post_id from thread where id = ${id}`);
  const pages = [
    `/threads/${id}`,
    `/threads/${id}.data`,
    `/threads/${id}.md`,
    `/threads/${id}.json`,
    `/threads/${id}/reply`,
    `/threads/${id}?branch=${post}`,
    `/posts/${post}/history`,
    `/posts/${post}/edit`,
    `/posts/${post}/withdraw`,
    ...["/", "/?order=new", "/_root.data", "/topics/licences", "/people/Ada", "/people/Ada.data"],
    ...["/people/Ada?show=replies", "/log", "/sitemap.xml?part=0"],
  ];
  const whoReads = async (secret: string) => {
    const reading: string[] = [];
    for (const name of [null, "Ben", "Ada", "Mo", "Root"] as const) {
      const visitor = name ? await visit(scene, name) : stranger(scene);
      for (const page of pages) {
        if ((await visitor.get(page)).body.includes(secret)) reading.push(`${page} to ${name}`);
      }
    }
    return reading;
  };
  expect(await whoReads("Quite secret")).toContain("/ to null");
  expect((await ada.post(`/posts/${post}/withdraw`, {})).status).toBe(302);
  expect(await whoReads("Quite secret")).toEqual(
    ["Ada", "Mo", "Root"].map((name) => `/posts/${post}/history to ${name}`),
  );
  expect((await ada.post(`/posts/${post}/withdraw`, { restore: "1" })).status).toBe(302);
  expect(await whoReads("Quite secret")).toContain("/ to null");
});

test("AC-071: a role that was taken away between form and press no longer counts, and what was typed is kept", async () => {
  const mo = await visit(scene, "Mo");
  const address = `/threads/${scene.thread.id}/pin`;
  const page = await mo.get(address);
  const setRole = (role: Role) =>
    scene.db.updateTable("person").set({ role }).where("name", "=", "Mo").execute();
  await setRole("member");
  before = await keptRows(scene);
  const reason = "It should stand on top.";
  const answer = await mo.post(address, { ...form(page.body, address), reason });
  expect(answer.status).toBe(403);
  expect(form(answer.body, address).reason).toBe(reason);
  await nothingChanged();
  await setRole("moderator");
});

test("AC-072: the last administrator cannot step down", async () => {
  const root = await visit(scene, "Root");
  before = await keptRows(scene);
  const fields = { role: "member", reason: "I am tired of it." };
  expect((await root.post("/admin/people/Root", fields)).status).toBe(409);
  await nothingChanged();
});

test("AC-072: an address that made the first administrator makes no second one", async () => {
  const nia = await visit(scene, "Nia");
  const token = /admin\/first\/([\w-]+)/.exec(scene.server.output())?.[1];
  expect(token).toBeDefined();
  before = await keptRows(scene);
  for (const one of [token, "x", "", "..", "%2e%2e", "'or'1'='1"]) {
    expect((await nia.post(`/admin/first/${one}`, {})).status).toBeGreaterThanOrEqual(403);
    expect([403, 404]).toContain((await nia.get(`/admin/first/${one}`)).status);
  }
  await nothingChanged();
});
