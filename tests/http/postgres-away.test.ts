/** PostgreSQL is stopped for a while under a forum that is written to: nobody loses a word, and nobody starts it again. */
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { type Postgres, startPostgres } from "../postgres.ts";
import { wrongCounts } from "../threads/counts.ts";
import { form } from "./forms.ts";
import { makeDatabase } from "./processes.ts";
import { type RunningServer, startServer } from "./server.ts";
import { type Answer, Visitor } from "./visitor.ts";
import { openWay } from "./way.ts";
import { compareWithAcknowledged, keepReplying, openStream } from "./writers.ts";
import { startThread } from "./written.ts";

const WRITERS = 8;
/** Posts that are there before. */
const BEFORE = 24;
/** Milliseconds. */
const AFTER_ALL = 500;
const AWAY = 10_000;
const AFTER = 2_000;
const SOON = 5_000;
/** Longest for a form while PostgreSQL is silent: an answer is waited for seven seconds, a connection ten. */
const SILENT = 13_000;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let postgres: Postgres;
let server: RunningServer;

beforeAll(async () => {
  postgres = await startPostgres({ keeps: true });
  const client = new pg.Client({ connectionString: `${postgres.url}postgres` });
  await client.connect();
  await client.query("create database forum template template0");
  await client.end();
  server = await startServer({ database: `${postgres.url}forum` });
});

afterAll(async () => {
  await server?.stop();
  await postgres?.discard();
});

/** Asks for pages and data while the database is away; answers what should not have been answered. */
async function readMeanwhile(ada: Visitor, threadId: number, goesOn: () => boolean) {
  const wrong: string[] = [];
  const mind = (path: string, { status, headers, body }: Answer, words: string) => {
    const isRight = status === 503 && headers["retry-after"] === "5" && body.includes(words);
    if (!isRight || headers["set-cookie"]) wrong.push(`${status} at ${path}: ${body}`);
  };
  const guest = new Visitor(ada.origin);
  while (goesOn()) {
    for (const path of ["/", `/threads/${threadId}`, "/topics", "/people/Writer1", "/log"]) {
      mind(path, await guest.get(path), "cannot reach its database");
      mind(path, await ada.get(path), "cannot reach its database");
    }
    mind("/health", await guest.get("/health"), '{"status":"database"}');
    const json = { accept: "application/json" };
    mind("json", await guest.get(`/threads/${threadId}.json`, json), '{"refused":');
    mind("data", await guest.get(`/threads/${threadId}.data`), '{"refused":');
    mind("preview", await ada.post("/preview", { body: "So." }, json), '{"refused":');
    const keep = "/drafts.json?for=%2Fthreads%2Fnew";
    mind("draft", await ada.post(keep, { body: "So.", key: "" }, json), '{"refused":');
    const name = "Somebody";
    const joining = await guest.post("/sign-in", { name, password: "a secret sentence" });
    mind("sign-in", joining, name);
    if (joining.body.includes("a secret sentence")) wrong.push("the password is shown");
  }
  return wrong;
}

test("a stream of posts outlives ten seconds without PostgreSQL: nothing is lost, nothing is doubled", async () => {
  const visitors: Visitor[] = [];
  for (let number = 1; number <= WRITERS; number += 1) {
    visitors.push(await new Visitor(server.origin).signUp(`Writer${number}`));
  }
  const [ada] = visitors as [Visitor];
  const { id } = await startThread(ada);
  const stream = openStream();
  let goesOn = true;
  const writing = visitors.map((visitor, index) =>
    keepReplying(stream, id, {
      ...{ name: `Writer${index + 1}`, at: () => visitor, goesOn: () => goesOn },
    }),
  );

  while (stream.posted.size < BEFORE && stream.wrong.length === 0) await sleep(10);
  await postgres.stop();
  // What was kept before is still on its way to those who wrote it.
  await sleep(AFTER_ALL);
  const before = stream.posted.size;
  let isAway = true;
  const reading = readMeanwhile(ada, id, () => isAway);
  await sleep(AWAY - AFTER_ALL);
  expect(stream.posted.size).toBe(before);
  expect(stream.away).toBeGreaterThan(WRITERS);
  isAway = false;
  expect(await reading).toEqual([]);

  await postgres.start();
  const back = performance.now();
  while (stream.posted.size === before && performance.now() - back < SOON) await sleep(10);
  expect(stream.posted.size, "posts after the outage").toBeGreaterThan(before);
  await sleep(AFTER);
  goesOn = false;
  await Promise.all(writing);

  expect([stream.wrong, stream.unanswered]).toEqual([[], 0]);
  expect((await ada.get("/account")).status).toBe(200);
  expect((await ada.get("/health")).status).toBe(200);
  const db = openDatabase(server.database);
  expect(await compareWithAcknowledged(db, id, stream)).toEqual([]);
  expect(await wrongCounts(db)).toEqual([]);
  await db.destroy();
  const errors = server
    .output()
    .split("\n")
    .filter((line) => line.includes('"error"') || !line.startsWith("{"));
  // The line that says it is ready, and one for the whole outage.
  expect(errors).toEqual([expect.stringContaining("ready at"), expect.any(String), ""]);
  expect(errors[1]).toContain("The database cannot be reached");
});

test("told to stop while PostgreSQL is away, the forum stops", async () => {
  await postgres.stop();
  const began = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("without PostgreSQL the forum does not start, and says so in one line", async () => {
  const { pathname } = new URL(server.database);
  const database = `${postgres.url.replace("postgres@", "forum:secret@")}${pathname.slice(1)}`;
  const failure = await startServer({ database }).catch((error: Error) => error.message);
  expect(failure).toMatch(/exit code 1\):\nThe database cannot be used: [^\n]+\n$/);
  expect(failure).not.toContain("secret");
});

test("a form comes back from a forum whose PostgreSQL fell silent, which is waited for once", async () => {
  await postgres.start();
  const way = await openWay(await makeDatabase(postgres.url, "silent"));
  const reached = await startServer({ database: way.address });
  onTestFinished(async () => {
    way.close();
    await reached.stop();
  });
  const ada = await new Visitor(reached.origin).signUp("Ada");
  const guest = new Visitor(reached.origin);
  const { id } = await startThread(ada);
  way.fallSilent();
  const address = `/threads/${id}/reply`;
  const fields = { key: "0b1f", body: "Is it\r\nstill there?" };
  // Its page reads the database too.
  const joining = { name: "Ben", password: "a long sentence by letters" };
  const began = performance.now();
  const [reply, entry, data] = await Promise.all([
    ada.post(address, fields),
    guest.post("/sign-up", joining),
    guest.post("/sign-up.data", joining),
  ]);
  expect([reply.status, form(reply.body, address)]).toEqual([503, fields]);
  expect([entry.status, form(entry.body, "/sign-up").name]).toEqual([503, "Ben"]);
  expect(performance.now() - began).toBeLessThan(SILENT);
  expect([data.status, data.body]).toEqual([503, expect.stringContaining('{"refused":')]);
}, 40_000);
