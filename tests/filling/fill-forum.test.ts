import { sql } from "kysely";
import { expect, test } from "vitest";
import { readListVersion } from "#app/events/list-version.server.ts";
import { fillForum } from "#app/filling/fill-forum.server.ts";
import { renderOwn } from "#app/markdown/render.server.ts";
import { weighName } from "#app/names/name.ts";
import { nameKey } from "#app/names/name-key.ts";
import { readKnown } from "#app/references/read-known.server.ts";
import { referencesOf } from "#app/references/references-of.ts";
import { indexOlderThreads } from "#app/threads/index-title.server.ts";
import { postReply } from "#app/threads/post-reply.server.ts";
import { startThread } from "#app/threads/start-thread.server.ts";
import { titleWords } from "#app/threads/title-words.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { wrongCounts } from "../threads/counts.ts";
import { sending, threadDraft } from "../threads/thread.ts";
import { openFilled, smallWish } from "./filled.ts";

const count = async (db: Db, table: "post" | "thread" | "person" | "topic" | "event") =>
  (
    await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
  ).count;

test("every count of a filled forum is what the deeds of people would have made it", async () => {
  const { db, filled } = await openFilled({ long: [300], deep: [120] });
  expect(filled).toMatchObject({ posts: 600 + 300 + 121, threads: 42, isCutShort: false });
  expect(filled.special.map(({ posts }) => posts)).toEqual([300, 121]);
  expect(await count(db, "post")).toBe(1021);
  expect(await wrongCounts(db)).toEqual([]);
  const { deepest } = await db
    .selectFrom("post")
    .select((eb) => eb.fn.max("depth").as("deepest"))
    .executeTakeFirstOrThrow();
  expect(deepest).toBe(120);
});

test("a filling that is stopped leaves a whole forum", async () => {
  const { db, filled } = await openFilled({ long: [300] }, { stopAt: 350 });
  expect(filled).toMatchObject({ posts: 400, isCutShort: true });
  expect(await count(db, "post")).toBe(400);
  expect(await count(db, "thread")).toBe(filled.threads);
  expect(await wrongCounts(db)).toEqual([]);
});

test("a forum that has a thread is not filled, and nothing is written", async () => {
  const { db, ada } = await openForum();
  await startThread(db, ada, threadDraft, sending());
  const all = async () =>
    Promise.all(
      (["post", "thread", "person", "topic", "event"] as const).map((table) => count(db, table)),
    );
  const before = await all();
  const watch = { progress: () => {}, isStopped: () => false };
  await expect(fillForum(db, smallWish, { now: START, hash: "" }, watch)).rejects.toThrow(
    "This database has threads already",
  );
  expect(await all()).toEqual(before);
});

test("each post's HTML is what the renderer makes of it, and what it names and quotes is kept", async () => {
  const { db } = await openFilled({ posts: 1_200 });
  const posts = await db.selectFrom("post").select(["id", "body", "html"]).orderBy("id").execute();
  const mentions = await db
    .selectFrom("mention")
    .innerJoin("person", "person.id", "person_id")
    .select(["post_id", "name"])
    .execute();
  const quotations = await db.selectFrom("quotation").selectAll().execute();
  expect(mentions.length).toBeGreaterThan(20);
  expect(quotations.length).toBeGreaterThan(50);
  for (const { id, body, html } of posts) {
    const { names, postIds } = referencesOf(html);
    expect(names).toEqual(mentions.filter((row) => row.post_id === id).map((row) => row.name));
    expect(postIds).toEqual(
      quotations.filter((row) => row.post_id === id).map((row) => row.quoted_post_id),
    );
    const isTaken = id % 10 === 0 || names.length > 0 || (postIds.length > 0 && id % 3 === 0);
    if (isTaken) expect(await renderOwn(body, await readKnown(db, body)), body).toBe(html);
  }
});

test("the words of every title are kept, so that the clock finds nothing to do", async () => {
  const { db } = await openFilled();
  const threads = await db.selectFrom("thread").select(["id", "title"]).execute();
  const rows = await db.selectFrom("title_word").select(["thread_id", "word"]).execute();
  for (const { id, title } of threads) {
    const words = rows.filter((row) => row.thread_id === id).map((row) => row.word);
    expect(words.sort()).toEqual(titleWords(title).sort());
  }
  expect(await indexOlderThreads(db)).toBe(0);
});

test("people go on writing in a filled forum", async () => {
  const { db, ada } = await openFilled();
  const thread = await db
    .selectFrom("thread")
    .select(["id", "reply_count"])
    .where("locked_at", "is", null)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const draft = { body: "A word of somebody real.", parentId: null, kind: "reply" as const };
  await postReply(db, ada, thread.id, draft, sending({ now: START }));
  await startThread(db, ada, threadDraft, sending({ now: START, key: "another" }));
  expect(await count(db, "post")).toBe(602);
  expect(await wrongCounts(db)).toEqual([]);
});

test("nobody writes before joining, answers what is not there yet, or lives in the future", async () => {
  const { db } = await openFilled({ long: [300] });
  const { rows } = await sql<{ what: string }>`
    select 'early' as what from post join person on person.id = author_id where joined_at > posted_at
    union all select 'before its parent' from post join post parent on parent.id = post.parent_id
      where post.posted_at < parent.posted_at or post.id <= parent.id
    union all select 'below what was taken back' from post join post parent on parent.id = post.parent_id
      where parent.withdrawn_at <= post.posted_at
    union all select 'in the future' from post
      where posted_at >= ${START} or edited_at >= ${START} or withdrawn_at >= ${START}
    union all select 'locked before its last post' from thread where locked_at <= active_at`.execute(
    db,
  );
  expect(rows).toEqual([]);
});

test("everybody's name follows the rules, and none looks like another's", async () => {
  const { db } = await openFilled({ people: 2_000 });
  const people = await db
    .selectFrom("person")
    .select(["name", "name_key"])
    .where("id", ">", 5)
    .execute();
  expect(people).toHaveLength(2_000);
  for (const { name, name_key } of people) {
    expect(weighName(name), name).toBeNull();
    expect(name_key).toBe(nameKey(name));
  }
});

test("the same seed makes the same forum, another one another", async () => {
  const texts = async (seed: number) => {
    const { db } = await openFilled({ seed });
    const posts = await db
      .selectFrom("post")
      .innerJoin("person", "person.id", "post.author_id")
      .innerJoin("thread", "thread.id", "thread_id")
      .select(["post.id", "name", "title", "parent_id", "posted_at", "html"])
      .orderBy("post.id")
      .execute();
    return posts;
  };
  const first = await texts(7);
  expect(await texts(7)).toEqual(first);
  const other = await texts(8);
  expect(other.filter(({ html }, place) => html === first[place]!.html)).toHaveLength(0);
});

test("as many people sign in as were asked for, and nobody administers", async () => {
  const { db, filled } = await openFilled({ accounts: 3 });
  const rows = await db
    .selectFrom("password")
    .innerJoin("person", "person.id", "person_id")
    .select(["name", "hash"])
    .orderBy("person_id")
    .execute();
  expect(rows).toEqual(filled.names.map((name) => ({ name, hash: "a hash" })));
  expect(rows).toHaveLength(3);
  const roles = await db.selectFrom("person").select("role").where("id", ">", 5).execute();
  expect(roles.filter(({ role }) => role === "moderator")).toHaveLength(3);
  expect(roles.filter(({ role }) => role === "administrator")).toHaveLength(0);
});

const logged = (db: Db) =>
  db
    .selectFrom("event")
    .select(["reason", "at"])
    .where("kind", "=", "imported")
    .orderBy("id")
    .execute();

const begun = {
  at: START,
  reason: "npm run fill began to make 600 posts by 30 people, all invented. No person wrote them.",
};

test("the public log says that no person wrote it, before the first post and after the last", async () => {
  const { db } = await openFilled();
  const reason = "600 posts in 40 threads were made by npm run fill. No person wrote them.";
  expect(await logged(db)).toEqual([begun, { at: START, reason }]);
});

test("a filling that is killed has said that its posts are invented, and lists show what it wrote", async () => {
  let last = 0;
  for (const killedAt of [100, 200, 300]) {
    const { db } = await openForum();
    last ||= await readListVersion(db);
    const watch = {
      progress: (done: number) => {
        if (done >= killedAt) throw new Error("Killed.");
      },
      isStopped: () => false,
    };
    const means = { now: START, hash: "a hash", batch: 100 };
    await expect(fillForum(db, smallWish, means, watch)).rejects.toThrow("Killed.");
    expect(await count(db, "post")).toBe(killedAt - 100);
    expect(await logged(db)).toEqual([begun]);
    const version = await readListVersion(db);
    expect(version).toBeGreaterThan(last);
    last = version;
  }
});
