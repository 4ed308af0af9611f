/** Feeds of the running forum: what is posted does not break them, they show nothing that pages do not, and searching by them is limited as searching is. */

import { parseAtomFeed } from "feedsmith";
import { expect, test } from "vitest";
import { embed, findFaults } from "../../corpora/oracle.ts";
import { atomProblems, jsonProblems } from "../../feeds/rules.ts";
import { startServer } from "../server.ts";
import { Visitor } from "../visitor.ts";
import { openScene, stranger, visit } from "./scene.ts";

const scene = openScene();

const lists = (thread: number | string) => [
  ...["", "/topics/open-weights", `/threads/${thread}`, "/people/Ada", "/people/Ben", "/log"],
];
const feedsOf = (thread: number | string) =>
  lists(thread).flatMap((path) => [`${path}/feed.xml?text=full`, `${path}/feed.json`]);

async function readAll(visitor: Visitor, paths: string[]): Promise<string> {
  let all = "";
  for (const path of paths) {
    const { status, body } = await visitor.get(path);
    expect(status, path).toBe(200);
    expect(path.includes(".xml") ? atomProblems(body) : jsonProblems(body), path).toEqual([]);
    all += body;
  }
  return all;
}

const PAYLOADS = [
  "]]><script>alert(1)</script>",
  '<img src=x onerror=alert(1)> & "quoted" &lt;entity&gt; &nbsp; &#1;',
  '<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
  "</content></entry></feed> <!-- --> ![x](https://evil.example/x.png)",
  "\u0001\u0008\u000b\u001f\ufffe and \u202e turned",
];

test("AC-015: whatever is posted, feeds are well-formed, and what is in them is the cleaned form", async () => {
  const ada = await visit(scene, "Ada");
  for (const [place, payload] of PAYLOADS.entries()) {
    const title = `${place} ${payload.replace(/\p{C}/gu, "").slice(0, 90)}`;
    const sent = { title, body: payload, topics: "Open weights" };
    // Some are asked about first, or refused; what was posted is what is looked at.
    await ada.fillIn("/threads/new", "/threads/new", sent);
    const reply = `/threads/${scene.thread.id}/reply`;
    await ada.fillIn(scene.thread.path, reply, { body: payload });
  }
  const posted = await scene.db.selectFrom("post").select("id").execute();
  expect(posted.length).toBeGreaterThan(4);
  await readAll(stranger(scene), feedsOf(scene.thread.id));
  for (const path of lists(scene.thread.id)) {
    const { body } = await stranger(scene).get(`${path}/feed.xml`);
    for (const { content } of parseAtomFeed(body).entries ?? []) {
      expect(findFaults(embed(content?.value ?? "")), path).toEqual([]);
    }
  }
  const { headers } = await stranger(scene).get("/feed.xml");
  expect(headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("AC-065: feeds tell nobody, whoever asks, what pages do not show", async () => {
  const ada = await visit(scene, "Ada");
  const secret = "unsaidword";
  const path = `/threads/${scene.thread.id}/reply`;
  const { location } = await ada.fillIn(scene.thread.path, path, { body: `Of ${secret}.` });
  const id = /#post-(\d+)$/.exec(location ?? "")![1];
  const search = [`/search/feed.xml?q=${secret}`, `/search/feed.json?q=${secret}`];
  expect(await readAll(ada, [`/threads/${scene.thread.id}/feed.xml`])).toContain(`${secret}.`);
  await ada.post(`/posts/${id}/withdraw`, {});
  await ada.post("/drafts", {
    ...{ key: "8f14e45f-ceea-467f-a83b-1c6b0f3d9e55", place: "/threads/new" },
    body: `A draft of ${secret}.`,
  });
  const emails = await scene.db.selectFrom("person").select("email").execute();
  for (const visitor of [stranger(scene), await visit(scene, "Ben"), await visit(scene, "Root")]) {
    const told = await readAll(visitor, feedsOf(scene.thread.id));
    expect(told).not.toContain(secret);
    for (const path of search) {
      const { body } = await visitor.get(path);
      expect(body).not.toMatch(/<entry>|"id":/);
    }
    for (const { email } of emails) if (email) expect(told).not.toContain(email);
  }
});

test("AC-065: a key is its reader's alone: no other, and no session, opens what somebody follows", async () => {
  const ada = await visit(scene, "Ada");
  const made = await ada.post("/following/feed-key", {});
  expect(made.status).toBe(201);
  const [, key] = /feed\.xml\?key=([\w-]{27})/.exec(made.body)!;
  for (const visitor of [ada, await visit(scene, "Root"), stranger(scene)]) {
    for (const query of ["", `?key=${key!.slice(1)}x`, "?key=1", `?key=${key}%01`]) {
      expect((await visitor.get(`/following/feed.xml${query}`)).status).toBe(404);
    }
  }
  const { status, headers } = await stranger(scene).get(`/following/feed.json?key=${key}`);
  expect(status).toBe(200);
  expect(headers["cache-control"]).toBe("private, no-cache");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-robots-tag"]).toBe("noindex");
});

test("a feed that has not changed is not sent again, and its head tells the same", async () => {
  const nobody = stranger(scene);
  for (const path of feedsOf(scene.thread.id)) {
    const { headers } = await nobody.get(path);
    const mark = String(headers.etag);
    const again = await nobody.get(path, { "if-none-match": mark, "accept-encoding": "br" });
    expect([again.status, again.body, again.headers.etag]).toEqual([304, "", mark]);
    expect(again.headers["cache-control"]).toBe("no-cache");
    const head = await nobody.ask("HEAD", path);
    expect([head.status, head.body, head.headers.etag]).toEqual([200, "", mark]);
    expect(String(head.headers.vary)).toMatch(/Cookie/);
  }
});

test("AC-100: who searches too often by feeds is told when to try again, and other feeds go on", async () => {
  const forum = await startServer({ env: { LIMITS: "1" } });
  const nobody = new Visitor(forum.origin);
  let answer = await nobody.get("/search/feed.json?q=gannet0");
  for (let turn = 1; turn < 40 && answer.status === 200; turn += 1) {
    answer = await nobody.get(`/search/feed.json?q=gannet${turn}`);
  }
  expect(answer.status).toBe(429);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect(Object.keys(JSON.parse(answer.body))).toEqual(["error"]);
  expect((await nobody.get("/search?q=gannet")).status).toBe(429);
  expect((await nobody.get("/feed.xml")).status).toBe(200);
  await forum.stop();
});
