/** Two processes on one PostgreSQL are one forum, and one of them is enough. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { flatten } from "#app/demonstration/content.ts";
import { week } from "#app/demonstration/week.ts";
import { recordEvent } from "#app/events/record.server.ts";
import { starterTopics } from "#app/topics/starter.ts";
import { migrations } from "#db/migrations/all.ts";
import { type Db, openDatabase } from "#db/open.server.ts";
import { type Postgres, startPostgres } from "../postgres.ts";
import { wrongCounts } from "../threads/counts.ts";
import { makeDatabase, type Process, Proxied, startProcess } from "./processes.ts";
import { listen } from "./stream.ts";
import { compareWithAcknowledged, keepReplying, openStream } from "./writers.ts";
import { startThread } from "./written.ts";

const WRITERS = 4;
const POSTS = 500;
/** Longest of a test, where the machine has other work, in milliseconds. */
const timeout = 120_000;
/** Longest until what a dead process left is delivered: the clock of another looks every five seconds. */
const DELIVERED = 10_000;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let postgres: Postgres;
let db: Db;
let one: Process;
let other: Process;
const started = new Set<Process>();

async function begin(database: string, env: Record<string, string> = {}) {
  const process = await startProcess(database, env);
  started.add(process);
  return process;
}

const join = async (name: string) => (await new Proxied(one.own).signUp(name)) as Proxied;

const count = async (table: string) =>
  (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db))
    .rows[0]!.count;

/** Waits until every event is delivered, or too long. */
async function isDelivered() {
  const began = performance.now();
  while ((await count("delivery")) > 0 && performance.now() - began < DELIVERED) await sleep(100);
  return (await count("delivery")) === 0;
}

beforeAll(async () => {
  postgres = await startPostgres();
  const database = await makeDatabase(postgres.url, "forum");
  [one, other] = await Promise.all([begin(database), begin(database)]);
  db = openDatabase(database);
});

afterAll(async () => {
  await Promise.all([...started].map((process) => process.stop()));
  await db?.destroy();
  await postgres?.discard();
});

test("two processes that start together on an empty database set it up once", async () => {
  expect(await count("migration")).toBe(migrations.length);
  expect(await count("topic")).toBe(starterTopics.length);
  const guest = new Proxied(one.own);
  for (const { output } of [one, other]) {
    const [path] = /\/admin\/first\/[\w-]+/.exec(output())!;
    for (const process of [one, other]) {
      const { status, location } = await guest.on(process).get(path);
      expect([status, location]).toEqual([302, expect.stringContaining("/sign-up?next=")]);
    }
  }
});

test("whoever signs in on one process reads and writes on the other, until signing out on either", async () => {
  const ada = await join("Ada");
  const { id, path } = await startThread(ada, { title: "Begun on one process" });
  const there = ada.on(other);
  expect((await there.get(path)).body).toContain("Begun on one process");
  const answer = await there.fillIn(`/threads/${id}/reply`, `/threads/${id}/reply`, {
    body: "Answered on the other.",
  });
  expect(answer.status).toBe(302);
  expect((await ada.get(path)).body).toContain("Answered on the other.");
  const { cookies } = there;
  const kept = new Map(cookies);
  await there.fillIn("/account", "/sign-out", {});
  for (const [name, value] of kept) cookies.set(name, value);
  expect((await ada.get("/account")).location).toContain("/sign-in");
});

test("what is posted on one process is told to pages that hear from the other", async () => {
  const eve = await join("Eve");
  const { id } = await startThread(eve);
  const heard = await listen(new Proxied(other.own), `/live?thread=${id}&after=0`);
  // Of a page that shows nothing yet the opening post is news.
  expect(await heard.next("replies")).toMatchObject({ data: { count: 1 } });
  const answer = await eve.fillIn(`/threads/${id}/reply`, `/threads/${id}/reply`, {
    body: "Told by the other.",
  });
  const post = Number(/#post-(\d+)$/.exec(answer.location!)![1]);
  expect(await heard.next("replies")).toMatchObject({
    id: String(post),
    data: { count: 2, latest: post },
  });
});

test("a form that is pressed on both processes at once makes one post", async () => {
  const ben = await join("Ben");
  const { id } = await startThread(ben);
  const before = await count("post");
  const address = `/threads/${id}/reply`;
  for (let form = 1; form <= 10; form += 1) {
    const fields = { key: randomUUID(), body: `Pressed on both, form ${form}.` };
    const answers = await Promise.all(
      [one, other, one, other].map((process) => ben.on(process).post(address, fields)),
    );
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302, 302]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
  }
  expect(await count("post")).toBe(before + 10);
  expect(await wrongCounts(db)).toEqual([]);
});

test("what a process recorded and died over is delivered by another", async () => {
  const nia = await join("Nia");
  const { id } = await startThread(nia);
  const { opening_post_id } = await db
    .selectFrom("thread")
    .select("opening_post_id")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  // As a process leaves it that dies when its deed is done: nobody was asked to deliver.
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      ...{ kind: "post-edited", at: 1, personId: 1, threadId: id, postId: opening_post_id! },
    }),
  );
  expect(await isDelivered()).toBe(true);
});

test("either process may be killed amid 500 posts: each is there once, and the other goes on", {
  timeout,
}, async () => {
  const visitors: Proxied[] = [];
  for (let number = 1; number <= WRITERS; number += 1) visitors.push(await join(`Writer${number}`));
  const { id } = await startThread(visitors[0]!);
  const stream = openStream();
  let alive = [one, other];
  const writing = visitors.map((visitor, index) =>
    keepReplying(stream, id, {
      name: `Writer${index + 1}`,
      at: () => visitor.on(alive[index % alive.length]!),
      goesOn: () => stream.posted.size < POSTS,
    }),
  );
  const atLeast = async (posts: number) => {
    while (stream.posted.size < posts && stream.wrong.length === 0) await sleep(5);
  };

  for (const [posts, dying] of [
    [100, one],
    [300, other],
  ] as const) {
    await atLeast(posts);
    // Its last deed: it dies while it delivers what follows.
    await startThread(visitors[0]!.on(dying));
    alive = alive.filter((process) => process !== dying);
    await dying.stop("SIGKILL");
    started.delete(dying);
    alive = [...alive, await begin(one.database)];
  }
  await Promise.all(writing);

  expect(stream.wrong).toEqual([]);
  expect(stream.posted.size).toBeGreaterThanOrEqual(POSTS);
  expect(stream.away).toBe(0);
  // Nothing is lost on the way but what the killed ones had in flight.
  expect(stream.unanswered).toBeLessThanOrEqual(WRITERS);
  expect(await compareWithAcknowledged(db, id, stream)).toEqual([]);
  expect(await wrongCounts(db)).toEqual([]);
  // Its lease would end half a minute after it was taken.
  await db.updateTable("delivery").set({ next_at: 0 }).execute();
  expect(await isDelivered()).toBe(true);
  for (const { output } of alive) expect(output()).not.toContain('"error"');
});

test("the demonstration is there once, and a limit is counted on both processes", {
  timeout,
}, async () => {
  await Promise.all([...started].map((process) => process.stop()));
  started.clear();
  await db.destroy();
  const database = await makeDatabase(postgres.url, "demonstration");
  const env = { DEMO: "on", LIMITS: "1" };
  const both = await Promise.all([begin(database, env), begin(database, env)]);
  db = openDatabase(database);
  const posts = week.reduce((sum, thread) => sum + 1 + flatten(thread).length, 0);
  expect([await count("thread"), await count("post")]).toEqual([week.length, posts]);
  expect(await wrongCounts(db)).toEqual([]);
  for (const { output } of both) expect(output()).toContain("sign in as ");

  const statuses: number[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const guest = new Proxied(both[attempt % 2]!.own);
    const fields = { name: "Ada", password: `a wrong sentence ${attempt}` };
    statuses.push((await guest.post("/sign-in", fields)).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});
