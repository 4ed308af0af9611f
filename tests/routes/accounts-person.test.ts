import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { LIST_POSTS } from "#app/posts/list-person-posts.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import * as person from "#app/routes/person.tsx";
import { say } from "#app/strings/say.ts";
import { postReply } from "#app/threads/post-reply.server.ts";
import { startThread } from "#app/threads/start-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { leadsTo, visit } from "./visit.ts";

const limits = 100;

async function beginThread(db: Db, author: Person, now = START) {
  const draft = {
    title: "Weights without data are half a release",
    body: "A release that nobody can rebuild is half a release.",
    topics: ["Licences"],
    url: null,
    quote: null,
    disclosure: null,
    norms: null,
  };
  await startThread(db, author, draft, { now, limits, key: null });
  return db.selectFrom("thread").selectAll().orderBy("id", "desc").executeTakeFirstOrThrow();
}

async function reply(db: Db, author: Person, threadId: number, body: string, now: number) {
  const draft = { parentId: null, kind: "evidence", body } as const;
  await postReply(db, author, threadId, draft, { now, limits, key: null });
  return db.selectFrom("post").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
}

const { loader } = person;
const pageOf = (db: Db, name: string, query = "") =>
  loader.read(db, loader.ask(name, new URLSearchParams(query))!);

test("a person's page tells since when they are here, their role, and the threads they began", async () => {
  const { db, mo, ada } = await openForum();
  const thread = await beginThread(db, mo);
  await beginThread(db, ada);
  const page = await pageOf(db, "Mo");
  expect(page).toMatchObject({
    person: { name: "Mo", role: "moderator", joinedAt: mo.joinedAt },
    show: "threads",
    threads: [{ id: thread.id }],
    older: null,
  });
});

test("nothing of a person leaves their page but what everybody may know", async () => {
  const { db, ada } = await openForum();
  const private_ = { email: "ada@example.org", email_key: "ada@example.org" };
  await db.updateTable("person").set(private_).where("id", "=", ada.id).execute();
  const page = await pageOf(db, "Ada");
  expect(JSON.stringify(page)).not.toContain("example.org");
  expect(Object.keys(page.person).sort()).toEqual([
    "aboutHtml",
    "id",
    "importedFrom",
    "joinedAt",
    "name",
    "role",
  ]);
});

test("a person's replies are shown by their beginning, with the way to their place; withdrawn ones are not", async () => {
  const { db, ada, ben } = await openForum();
  const thread = await beginThread(db, ada);
  const kept = await reply(db, ben, thread.id, "The card says **nine** licences.", START + 60);
  const taken = await reply(db, ben, thread.id, "I was hasty in saying this.", START + 120);
  await withdrawPost(db, ben, taken.id, { isRestored: false, now: START + 180 });
  const page = await pageOf(db, "Ben", "?show=replies");
  expect(page).toMatchObject({
    show: "replies",
    posts: [
      {
        id: kept.id,
        kind: "evidence",
        excerpt: "The card says nine licences.",
        path: `/threads/${thread.id}-${thread.slug}#post-${kept.id}`,
        thread: { title: thread.title },
      },
    ],
  });
  expect(JSON.stringify(page)).not.toContain("hasty");
});

test("a person's replies go on page by page", async () => {
  const { db, ada, ben } = await openForum();
  const thread = await beginThread(db, ada);
  for (let count = 0; count <= LIST_POSTS; count++) {
    await reply(db, ben, thread.id, `Measurement number ${count} of many.`, START + 60 * count);
  }
  const first = await pageOf(db, "Ben", "?show=replies");
  const second = await pageOf(db, "Ben", first.older!.replace(/^[^?]*/, ""));
  const ids = [first, second].flatMap((page) => ("posts" in page ? page.posts : []));
  expect(new Set(ids.map((post) => post.id)).size).toBe(LIST_POSTS + 1);
  expect(second.older).toBeNull();
});

test("another spelling of a name leads to the one way it is written", async () => {
  const { db } = await openForum();
  for (const name of ["ada", "ADA", "A-d.a"]) {
    for (const [query, to] of [
      ["", "/people/Ada"],
      ["?show=threads", "/people/Ada"],
      ["?show=replies&after=5.1", "/people/Ada?show=replies&after=5.1"],
    ] as const) {
      expect(await leadsTo(pageOf(db, name, query))).toEqual({ status: 301, to });
    }
  }
});

test.each(["Nobody", "", "%", "Ada ' or 1=1", "../admin", "a".repeat(5000)])(
  "there is no page of somebody named %s",
  async (name) => {
    const { db } = await openForum();
    const page = await loader(visit(db, "/people/x", { params: { name } }));
    expect(page.status).toBe(404);
    expect(await page.text()).toContain(say("accounts.person.not-found"));
  },
);
