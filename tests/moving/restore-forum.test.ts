/** A backup takes the place of a forum, checked, whole, and only where nobody is at work. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { backupForum } from "#app/moving/backup-forum.server.ts";
import { restoreForum } from "#app/moving/restore-forum.server.ts";
import { SqliteFile } from "#app/moving/sqlite-file.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { START } from "../forum.ts";
import {
  emptyPlace,
  interruptAfter,
  makeForum,
  makeForumHere,
  makeOlderForum,
  makePlace,
  patient,
  sumsAt,
  unsent,
} from "./forums.ts";

const STAMP = "20260101-000000";
const WHEN = { stamp: STAMP, now: START };

async function makeBackup(seed: number) {
  const file = path.join(makePlace(), "backup.db");
  const { sums } = await backupForum(`file:${makeForum(seed)}`, file, START, patient);
  return { file, sums };
}

/** Keeps the forum open, as a process that serves it does. */
async function hold(address: string): Promise<() => Promise<void>> {
  if (address.startsWith("file:")) {
    const db = openDatabase(address);
    await db.selectFrom("topic").select("id").execute();
    return () => db.destroy();
  }
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return () => client.end();
}

test("a backup is restored where there is nothing yet", async () => {
  const { file, sums } = await makeBackup(31);
  const forum = await emptyPlace();
  expect(await restoreForum(file, forum, WHEN, patient)).toMatchObject({ kept: null, sums });
  expect(unsent(await sumsAt(forum))).toEqual(unsent(sums));
});

test("a backup replaces a forum, which is kept beside it where it is a file", async () => {
  const { file, sums } = await makeBackup(32);
  const forum = await makeForumHere(33);
  const before = await sumsAt(forum);
  const { kept } = await restoreForum(file, forum, WHEN, patient);
  expect(unsent(await sumsAt(forum))).toEqual(unsent(sums));
  if (!forum.startsWith("file:")) return expect(kept).toBe(null);
  expect(kept).toBe(`${forum.slice(5)}.before-restore-${STAMP}`);
  expect(await sumsAt(`file:${kept}`)).toEqual(before);
  const sqlite = new SqliteFile(forum.slice(5), { isReadOnly: true });
  expect(sqlite.rows("select 1 from sqlite_schema where name like 'backup%'")).toEqual([]);
  sqlite.close();
});

test("nothing is replaced while a program has the forum open", async () => {
  const { file, sums } = await makeBackup(34);
  const forum = await makeForumHere(35);
  const before = await sumsAt(forum);
  const letGo = await hold(forum);
  await expect(restoreForum(file, forum, WHEN, patient)).rejects.toThrow(/stop the forum/);
  expect(await sumsAt(forum)).toEqual(before);
  await letGo();
  await restoreForum(file, forum, WHEN, patient);
  expect(unsent(await sumsAt(forum))).toEqual(unsent(sums));
});

test("nor while a program in another process has it open", async () => {
  const { file } = await makeBackup(36);
  const forum = makeForum(37);
  const before = await sumsAt(`file:${forum}`);
  const code = `const sqlite = new (require("better-sqlite3"))(process.argv[1]);
    sqlite.exec("pragma journal_mode = wal");
    console.log(sqlite.prepare("select count(*) as count from topic").get().count);
    setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ["-e", code, forum]);
  await once(child.stdout, "data");
  await expect(restoreForum(file, `file:${forum}`, WHEN, patient)).rejects.toThrow(
    /stop the forum/,
  );
  child.kill("SIGKILL");
  await once(child, "close");
  expect(await sumsAt(`file:${forum}`)).toEqual(before);
  // What it wrote and left in its log is kept with the rest.
  await restoreForum(file, `file:${forum}`, WHEN, patient);
  expect(await sumsAt(`file:${forum}.before-restore-${STAMP}`)).toEqual(before);
});

test("a damaged backup and an interrupted restoring change nothing", async () => {
  const { file, sums } = await makeBackup(38);
  const forum = await makeForumHere(39);
  const before = await sumsAt(forum);
  const bad = path.join(makePlace(), "bad.db");
  const bytes = readFileSync(file);
  bytes[bytes.length - 5000] = (bytes[bytes.length - 5000] ?? 0) ^ 1;
  writeFileSync(bad, bytes);
  await expect(restoreForum(bad, forum, WHEN, patient)).rejects.toThrow(/is damaged/);
  await expect(restoreForum(file, forum, WHEN, interruptAfter(7))).rejects.toThrow();
  expect(await sumsAt(forum)).toEqual(before);
  if (forum.startsWith("file:")) {
    const left = readdirSync(path.dirname(forum.slice(5))).filter(
      (name) => !/-(wal|shm)$/.test(name),
    );
    expect(left).toEqual(["forum.db"]);
  }
  await restoreForum(file, forum, WHEN, patient);
  expect(unsent(await sumsAt(forum))).toEqual(unsent(sums));
});

test("an older backup is brought to the present version", async () => {
  const older = await makeOlderForum(40, 3);
  const { finishBackup } = await import("#app/moving/backup-file.server.ts");
  await finishBackup(older, START, patient);
  const forum = await emptyPlace();
  const { version } = await restoreForum(older, forum, WHEN, patient);
  expect(version).toBe(3);
  const posts = (await sumsAt(forum)).find(({ table }) => table === "post");
  expect(posts?.rows).toBeGreaterThan(0);
});

test("a damaged forum is replaced, and kept as it is", async () => {
  const { file, sums } = await makeBackup(41);
  const forum = path.join(makePlace(), "forum.db");
  writeFileSync(forum, "It was a forum once, before the disk forgot some of it.".repeat(99));
  const before = readFileSync(forum);
  const { kept } = await restoreForum(file, `file:${forum}`, WHEN, patient);
  expect(unsent(await sumsAt(`file:${forum}`))).toEqual(unsent(sums));
  expect(readFileSync(kept ?? "")).toEqual(before);
  expect(existsSync(`${forum}.restoring`)).toBe(false);
});
