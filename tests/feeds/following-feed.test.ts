/** A person's own feed: what they follow, at an address that nobody else knows. */
import { afterAll, expect, test } from "vitest";
import { feedForms } from "#app/feeds/feed.ts";
import { follow } from "#app/following/follow.server.ts";
import { type FollowWish, readFollowWish } from "#app/following/level.ts";
import { muteWords } from "#app/following/mute-words.server.ts";
import { pathForLog, withoutSecrets } from "#app/http/path-for-log.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { action, loader as page } from "#app/routes/following-feed-key.tsx";
import type { Db } from "#db/open.server.ts";
import { queriesOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { handedBack, leadsTo, visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { askFeed } from "./ask.ts";
import { readFeed } from "./rules.ts";

afterAll(stopRendering);

const press = (db: Db, person: Person | null, form: Record<string, string> = {}) =>
  action(visit(db, "/following/feed-key", { person, form }));

/** Makes an address, and answers its path in each form. */
async function makeAddress(db: Db, person: Person): Promise<{ xml: string; json: string }> {
  const answer = (await press(db, person)) as unknown as Response;
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as { xml: string; json: string };
  const pathOf = (address: string) => address.replace("https://forum.example", "");
  return { xml: pathOf(made.xml), json: pathOf(made.json) };
}

const wish = (kind: string, id: number, level: string): FollowWish =>
  readFollowWish(new URLSearchParams({ kind, id: String(id), level }));
const how = { now: START, limits: 100 };

const titlesOf = async (db: Db, path: string) =>
  (await readFeed(await askFeed(db, path))).entries.map(({ title }) => title);

test("it has what one follows, as loud as one wishes, and nothing of one's own", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const one = await beginThread(db, ben, { title: "Followed" });
  const two = await beginThread(db, ben, { title: "Worth", topics: ["Licences"] });
  await beginThread(db, ben, { title: "Neither", topics: ["Licences"] });
  const byMo = await beginThread(db, mo, { title: "By Mo", topics: ["Licences"] });
  const own = await reply(db, ada, two.threadId, {});
  await reply(db, nia, one.threadId, {});
  await reply(db, nia, two.threadId, {});
  await reply(db, ben, two.threadId, { parentId: own, kind: "question" });
  await reply(db, nia, byMo.threadId, {});
  await follow(db, ada, wish("thread", one.threadId, "every"), how);
  await follow(db, ada, wish("thread", two.threadId, "worth"), how);
  await follow(db, ada, wish("person", mo.id, "every"), how);
  const path = await makeAddress(db, ada);
  for (const form of feedForms) {
    expect(await titlesOf(db, path[form])).toEqual([
      "Question by Ben in “Worth”",
      "Reply by Nia in “Followed”",
      "By Mo",
      "Worth",
      "Followed",
    ]);
  }
});

test("a topic brings its new threads, and at every post what is said in them; a branch what stands below it", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ben, { title: "Talk", topics: ["Licences"] });
  const head = await reply(db, ben, threadId, { kind: "evidence" });
  const inner = await reply(db, nia, threadId, { parentId: head, kind: "question" });
  await reply(db, nia, threadId, { parentId: inner, kind: "correction" });
  await reply(db, nia, threadId, { kind: "tried" });
  const { xml } = await makeAddress(db, ada);
  await follow(db, ada, wish("topic", 2, "worth"), how);
  expect(await titlesOf(db, xml)).toEqual(["Talk"]);
  await follow(db, ada, wish("topic", 2, "every"), how);
  expect(await titlesOf(db, xml)).toHaveLength(5);
  await follow(db, ada, wish("topic", 2, "none"), how);
  expect(await titlesOf(db, xml)).toEqual([]);
  await follow(db, ada, wish("branch", inner, "every"), how);
  expect(await titlesOf(db, xml)).toEqual([
    "Correction by Nia in “Talk”",
    "Question by Nia in “Talk”",
  ]);
});

test("it has nothing that its reader mutes, and nothing that was withdrawn, from the next time it is asked for", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ben, { title: "Talk" });
  await reply(db, nia, threadId, { body: "Of gannets." });
  const gone = await reply(db, ben, threadId, { body: "Of herrings.", kind: "evidence" });
  await follow(db, ada, wish("thread", threadId, "every"), how);
  const { xml } = await makeAddress(db, ada);
  expect(await titlesOf(db, xml)).toHaveLength(3);
  const mark = (await askFeed(db, xml)).headers.get("ETag")!;
  await muteWords(db, ada, [{ word: "gannets", shown: "Gannets" }], how);
  const headers = { "If-None-Match": mark };
  expect((await askFeed(db, xml, { headers })).status).toBe(200);
  expect(await titlesOf(db, xml)).toEqual(["Evidence by Ben in “Talk”", "Talk"]);
  await withdrawPost(db, ben, gone, { isRestored: false, now: START });
  expect(await titlesOf(db, xml)).toEqual(["Talk"]);
  await follow(db, ada, wish("person", ben.id, "muted"), how);
  expect(await titlesOf(db, xml)).toEqual([]);
});

test("its address is shown once, kept as a hash, and ends when another is made or it is removed", async () => {
  const { db, ada, ben } = await openForum();
  const first = await makeAddress(db, ada);
  const rows = await db.selectFrom("feed_key").selectAll().execute();
  const key = /key=([\w-]{27})$/.exec(first.xml)![1]!;
  expect(JSON.stringify(rows)).not.toContain(key);
  expect(rows).toMatchObject([{ person_id: ada.id, made_at: START }]);
  const others = await makeAddress(db, ben);
  const second = await makeAddress(db, ada);
  expect((await askFeed(db, first.xml)).status).toBe(404);
  expect((await askFeed(db, second.json)).status).toBe(200);
  expect(await leadsTo(press(db, ada, { remove: "1" }))).toEqual({ status: 302, to: "/following" });
  const refused = await askFeed(db, second.json);
  expect(refused.status).toBe(404);
  expect(((await refused.json()) as { error: string }).error).toMatch(/renewed/);
  expect((await askFeed(db, others.xml)).status).toBe(200);
  for (const odd of ["", "?key=", `?key=${"x".repeat(27)}`, "?key=%00"]) {
    expect((await askFeed(db, `/following/feed.xml${odd}`)).status).toBe(404);
  }
});

test("nobody but somebody signed in has one, and making many is refused", async () => {
  const { db, ada } = await openForum();
  expect(await handedBack(press(db, null))).toMatchObject({ status: 401 });
  expect(await db.selectFrom("feed_key").selectAll().execute()).toEqual([]);
  const led = page(visit(db, "/following/feed-key", {}));
  expect(await leadsTo(led)).toMatchObject({ to: "/sign-in?next=%2Ffollowing%2Ffeed-key" });
  for (let turn = 0; turn < 20; turn += 1) await press(db, ada);
  const before = await db.selectFrom("feed_key").selectAll().execute();
  expect(await handedBack(press(db, ada))).toMatchObject({ status: 429 });
  expect(await db.selectFrom("feed_key").selectAll().execute()).toEqual(before);
});

test("it is kept by its reader alone, found by no search engine, and tells no page where it came from", async () => {
  const { db, ada } = await openForum();
  const { xml } = await makeAddress(db, ada);
  const answer = await askFeed(db, xml);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "private, no-cache",
    "x-robots-tag": "noindex",
    "referrer-policy": "no-referrer",
  });
  const feed = await readFeed(answer);
  const key = xml.replace(/^.*key=/, "");
  expect(feed.id).not.toContain(key);
  expect(feed.self).toContain(key);
  expect(pathForLog(xml)).toBe("/following/feed.xml");
  expect(withoutSecrets(`{"document-uri":"https://forum.example${xml}"}`)).not.toContain(key);
});

test("that it has not changed is known by the key, by lists, and by what is followed and muted", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ben);
  await follow(db, ada, wish("thread", threadId, "every"), how);
  const { xml } = await makeAddress(db, ada);
  const drawn = await queriesOf(db, (db) => askFeed(db, xml));
  const both = await queriesOf(db, async (db) => {
    const headers = { "If-None-Match": (await askFeed(db, xml)).headers.get("ETag")! };
    expect((await askFeed(db, xml, { headers })).status).toBe(304);
  });
  expect(both.length - drawn.length).toBe(3);
  expect(both.slice(drawn.length).some(({ sql }) => /"post"/.test(sql))).toBe(false);
});
