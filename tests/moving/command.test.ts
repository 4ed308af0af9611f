/** The commands as they are given: what they say, how they end, and what is left when they are stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SqliteFile } from "#app/moving/sqlite-file.server.ts";
import { type Postgres, startPostgres } from "../postgres.ts";
import { makeForum, makePlace, sumsAt, unsent } from "./forums.ts";

let postgres: Postgres;
let keeper: pg.Client;
let made = 0;

beforeAll(async () => {
  postgres = await startPostgres();
  keeper = new pg.Client({ connectionString: `${postgres.url}postgres` });
  await keeper.connect();
});

afterAll(async () => {
  await keeper.end();
  await postgres.discard();
});

async function emptyPostgres() {
  made += 1;
  await keeper.query(`create database moved_${made} template template0`);
  return `${postgres.url}moved_${made}`;
}

/** So many posts that a move takes a while. */
function makeLarge(): string {
  const file = makeForum(50);
  const sqlite = new SqliteFile(file, { isReadOnly: false });
  sqlite.exec(`with recursive number (n) as (select 1 union all select n + 1 from number where n < 25000)
    insert into post (thread_id, author_id, depth, kind, body, html, renderer, posted_at)
    select (select min(id) from thread), (select min(id) from person), 0, 'reply', 'body ' || n, '<p>' || n, 1, n from number`);
  sqlite.close();
  return file;
}

interface Ended {
  code: number | null;
  signal: string | null;
  said: string;
  told: string;
}

/** Gives a command, and does something to it when it has told of a table. */
function give(
  [name = "", ...args]: string[],
  env: Record<string, string> = {},
  { at = "", deed = (_child: ChildProcess): unknown => null } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ["build/command.js", name, ...args], {
    env: { ...process.env, BACKUP_DIR: "", ...env },
  });
  const ended = { said: "", told: "" };
  let isDone = at === "";
  child.stdout.on("data", (bytes) => {
    ended.said += bytes;
  });
  child.stderr.on("data", (bytes) => {
    ended.told += bytes;
    if (isDone || !ended.told.includes(at)) return;
    isDone = true;
    deed(child);
  });
  return new Promise((resolve) =>
    child.once("close", (code, signal) => resolve({ ...ended, code, signal })),
  );
}

test("it says how it is used, and of what cannot be done one line, and changes nothing", async () => {
  const folder = makePlace();
  const forum = makeForum(51);
  const words = path.join(folder, "words.db");
  writeFileSync(words, "These are only words.");
  const env = { INIT_CWD: folder, DATABASE_URL: `file:${forum}` };
  const before = await sumsAt(`file:${forum}`);
  for (const name of ["move", "backup", "restore"]) {
    const help = await give([name, "--help"], env);
    expect(help).toMatchObject({ code: 0, told: "" });
    expect(help.said).toContain(`npm run ${name} -- `);
  }
  for (const given of [
    ["move"],
    ["move", "file:a"],
    ["backup"],
    ["restore"],
    ["backup", "a", "b"],
  ]) {
    const ended = await give(given, env);
    expect(ended, given.join(" ")).toMatchObject({ code: 2, said: "" });
    expect(ended.told).toContain(`npm run ${given[0]} -- `);
  }
  for (const given of [
    ["move", `file:${forum}`, "file:/proc/nowhere/forum.db"],
    ["move", `file:${forum}`, "postgres://forum:secret@127.0.0.1:1/forum"],
    ["move", `file:${words}`, `file:${folder}/new.db`],
    ["backup", "words.db"],
    ["backup", "nowhere/deep/backup.db"],
    ["restore", "words.db"],
    ["restore", "nowhere.db"],
  ]) {
    const ended = await give(given, env);
    expect(ended, given.join(" ")).toMatchObject({ code: 1, said: "" });
    expect(ended.told).toMatch(/^[^\n]+\.\n$/);
    expect(ended.told).not.toContain("secret");
  }
  expect(readdirSync(folder)).toEqual(["words.db"]);
  expect(await sumsAt(`file:${forum}`)).toEqual(before);
});

test("a backup is named where it is told to be, or by the time, and restored from there", async () => {
  const folder = makePlace();
  const forum = makeForum(52);
  const before = await sumsAt(`file:${forum}`);
  const env = { INIT_CWD: folder, DATABASE_URL: `file:${forum}` };
  expect(await give(["backup", "mine.db"], env)).toMatchObject({ code: 0, told: "" });
  const dated = path.join(folder, "dated");
  const ended = await give(["backup"], { ...env, BACKUP_DIR: dated });
  expect(ended.said).toMatch(
    /^Backed up \d+ tables with \d+ rows to .*\/dated\/forum-\d{8}-\d{6}\.db/,
  );
  expect(readdirSync(dated)).toHaveLength(1);
  const elsewhere = path.join(folder, "elsewhere.db");
  const restored = await give(["restore", "mine.db"], {
    ...env,
    DATABASE_URL: `file:${elsewhere}`,
  });
  expect(restored).toMatchObject({ code: 0, told: "" });
  expect(unsent(await sumsAt(`file:${elsewhere}`))).toEqual(unsent(before));
  const again = await give(["restore", "mine.db"], env);
  expect(again.said).toMatch(/What was there is now .*forum\.db\.before-restore-\d{8}-\d{6}\./);
});

test("a move to PostgreSQL that is killed, interrupted or cut off leaves it empty, and is done when given again", async () => {
  const forum = makeLarge();
  const bytes = readFileSync(forum);
  const before = await sumsAt(`file:${forum}`);
  const to = await emptyPostgres();
  const move = ["move", `file:${forum}`, to];
  const at = "copied post:";
  const cut = () =>
    keeper.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'steelman-move'",
    );
  const killed = await give(move, {}, { at, deed: (child) => child.kill("SIGKILL") });
  expect(killed).toMatchObject({ code: null, signal: "SIGKILL" });
  const stopped = await give(move, {}, { at, deed: (child) => child.kill("SIGTERM") });
  expect(stopped).toMatchObject({ code: 130, said: "" });
  expect(stopped.told).toMatch(
    /\nStopped: everything is as it was\. To go on, run the same command again\.\n$/,
  );
  const lost = await give(move, {}, { at, deed: cut });
  expect(lost).toMatchObject({ code: 1, said: "" });
  expect(lost.told).toMatch(/\nIt could not go on: .* run the same command again\.\n$/);
  expect(lost.told).not.toContain("    at ");
  expect((await sumsAt(to)).filter(({ rows }) => rows > 0)).toEqual([]);
  const done = await give(move);
  expect(done).toMatchObject({ code: 0 });
  expect(done.said).toMatch(/\npost +\d+ +\d+ +[0-9a-f]{16} +[0-9a-f]{16} +equal\n/);
  expect(await sumsAt(to)).toEqual(before);
  expect(readFileSync(forum).equals(bytes)).toBe(true);
});

test("a move to a file that is killed leaves no forum there, and is done when given again", async () => {
  const forum = makeLarge();
  const folder = path.join(makePlace(), "new");
  mkdirSync(folder);
  const move = ["move", `file:${forum}`, `file:${folder}/forum.db`];
  await give(move, {}, { at: "copied post:", deed: (child) => child.kill("SIGKILL") });
  expect(readdirSync(folder).filter((name) => name === "forum.db")).toEqual([]);
  expect(await give(move)).toMatchObject({ code: 0 });
  expect(readdirSync(folder)).toEqual(["forum.db"]);
});
