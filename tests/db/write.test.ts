/** Another program takes the database and lets go of it, or does not. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { spend } from "#app/limits/spend.server.ts";
import type { Person } from "#app/permissions.ts";
import { action } from "#app/routes/thread-reply.tsx";
import { listThreads } from "#app/threads/list-threads.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { handedBack, leadsTo, visit } from "../routes/visit.ts";
import { beginThread, everything } from "../threads/thread.ts";

/** How often a writer tries. */
const TRIES = 7;

async function openShared() {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-write-"));
  const file = path.join(folder, "forum.db");
  const tries = { count: 0 };
  const hear = (sql: unknown) => {
    if (sql === "begin immediate") tries.count += 1;
  };
  const forum = await openForum({ file, hear });
  const other = new Database(file);
  onTestFinished(() => {
    other.close();
    rmSync(folder, { recursive: true });
  });
  const { threadId } = await beginThread(forum.db, forum.ada);
  return { ...forum, other, threadId, tries };
}

function post(db: Db, person: Person, threadId: number, body: string) {
  const params = { thread: String(threadId) };
  const args = visit(db, `/threads/${threadId}/reply`, { person, params, form: { body } });
  const reported: unknown[] = [];
  args.context.forum.reportError = (error) => `${reported.push(error)}`;
  return { answer: action(args), visit: args.context.visit, reported };
}

test("a reply sent while another program holds the database is there once, as soon as it lets go", async () => {
  const { db, ada, ben, mo, other, threadId } = await openShared();
  other.exec("begin immediate");
  setTimeout(() => other.exec("commit"), 1_000);
  const sent = [
    post(db, ada, threadId, "One."),
    post(db, ben, threadId, "Two."),
    post(db, mo, threadId, "Three."),
  ];
  for (const { answer } of sent) expect(await leadsTo(answer)).toMatchObject({ status: 302 });
  const { post: posts } = await everything(db);
  expect(
    posts
      .slice(1)
      .map((row) => row.body)
      .sort(),
  ).toEqual(["One.", "Three.", "Two."]);
}, 10_000);

test("a point of a limit is counted although another program holds the database for a second", async () => {
  const { db, ada, other } = await openShared();
  other.exec("begin immediate");
  setTimeout(() => other.exec("commit"), 1_000);
  await spend(db, "preview.person", ada.id, START, 1);
  expect(await db.selectFrom("allowance").select("points").execute()).toEqual([{ points: 1 }]);
}, 10_000);

test("a reply that cannot be kept comes back with its text, while others read on", async () => {
  const { db, ada, ben, mo, other, threadId, tries } = await openShared();
  const before = await everything(db);
  other.exec("begin immediate");
  const tried = tries.count;
  const sent = [
    post(db, ada, threadId, "One."),
    post(db, ben, threadId, "Two."),
    post(db, mo, threadId, "Three."),
  ];
  const isOver = { yet: false };
  void Promise.allSettled(sent.map(({ answer }) => answer)).then(() => {
    isOver.yet = true;
  });
  while (!isOver.yet) {
    const until = tries.count;
    expect((await listThreads(db, { order: "best", after: null })).threads).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    // The engine stops everybody while it waits: readers never pause for two tries in a row.
    expect(tries.count - until).toBeLessThanOrEqual(1);
  }
  expect(tries.count - tried).toBeGreaterThanOrEqual(TRIES);
  // Whoever waited behind the first tries once, and waits for nothing then.
  expect(tries.count - tried).toBeLessThanOrEqual(TRIES + sent.length - 1);
  for (const [index, { answer, visit, reported }] of sent.entries()) {
    expect(await handedBack(answer)).toMatchObject({
      status: 503,
      values: { body: ["One.", "Two.", "Three."][index] },
      refused: { key: "refused.cannot-write" },
    });
    expect(visit.retryAfter).toBeGreaterThan(0);
    expect(reported).toHaveLength(1);
  }
  expect(await everything(db)).toEqual(before);
  other.exec("rollback");
  expect((await leadsTo(post(db, ben, threadId, "Again.").answer)).status).toBe(302);
}, 15_000);

test("a database that has no room, or takes no writes, hands the text back too", async () => {
  const { db, ben, threadId } = await openShared();
  const before = await everything(db);
  for (const [setting, back] of [
    ["max_page_count = 1", "max_page_count = 1000000"],
    ["query_only = on", "query_only = off"],
  ]) {
    await sql.raw(`pragma ${setting}`).execute(db);
    const { answer } = post(db, ben, threadId, "a ".repeat(9_000));
    expect(await handedBack(answer)).toMatchObject({
      status: 503,
      refused: { key: "refused.cannot-write" },
    });
    await sql.raw(`pragma ${back}`).execute(db);
  }
  expect(await everything(db)).toEqual(before);
});
