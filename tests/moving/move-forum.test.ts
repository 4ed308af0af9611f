/** A forum goes from one engine to the other and back, and nothing of it is lost. */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { CannotMove, Stopped } from "#app/moving/cannot-move.ts";
import { moveForum } from "#app/moving/move-forum.server.ts";
import { SqliteFile } from "#app/moving/sqlite-file.server.ts";
import { migrations } from "#db/migrations/all.ts";
import { openDatabase } from "#db/open.server.ts";
import {
  emptyPlace,
  interruptAfter,
  makeDemonstration,
  makeForum,
  makeForumHere,
  makePlace,
  patient,
  sumsAt,
} from "./forums.ts";

/** Changes a database of SQLite by hand. */
function change(file: string, sql: string) {
  const sqlite = new SqliteFile(file, { isReadOnly: false });
  sqlite.exec("pragma foreign_keys = off");
  sqlite.exec(sql);
  sqlite.close();
}

test("the demonstration moved there and back is equal, table by table", {
  timeout: 60_000,
}, async () => {
  const first = `file:${await makeDemonstration()}`;
  const before = await sumsAt(first);
  const second = await emptyPlace();
  const third = `file:${path.join(makePlace(), "back.db")}`;
  expect(await moveForum(first, second, patient)).toEqual({
    ...{ from: before, to: before, isEqual: true },
  });
  expect((await moveForum(second, third, patient)).isEqual).toBe(true);
  expect(await sumsAt(third)).toEqual(before);
  expect(await sumsAt(first)).toEqual(before);
  expect(before.find(({ table }) => table === "post")?.rows).toBeGreaterThan(20);
});

test("whatever a column may hold is moved there and back", { timeout: 60_000 }, async () => {
  for (const seed of [1, 2]) {
    const first = `file:${makeForum(seed)}`;
    const before = await sumsAt(first);
    expect(before.filter(({ rows }) => rows === 0)).toEqual([]);
    const second = await emptyPlace();
    const third = `file:${path.join(makePlace(), "back.db")}`;
    await moveForum(first, second, patient);
    await moveForum(second, third, patient);
    expect(await sumsAt(third), `seed ${seed}`).toEqual(before);
  }
});

test("an id is never used twice, also where the newest row was taken away", async () => {
  const first = makeForum(4);
  const sqlite = new SqliteFile(first, { isReadOnly: true });
  const given = sqlite.value<number>("select seq from sqlite_sequence where name = 'topic'") ?? 0;
  const left = sqlite.value<number>("select max(id) from topic") ?? 0;
  sqlite.close();
  expect(left).toBeLessThan(given);
  const second = await emptyPlace();
  await moveForum(`file:${first}`, second, patient);
  const third = `file:${path.join(makePlace(), "back.db")}`;
  await moveForum(second, third, patient);
  for (const address of [second, third]) {
    const db = openDatabase(address);
    const { id } = await db
      .insertInto("topic")
      .values({ slug: "new", name: "New", about: "", made_at: 1 })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db.destroy();
    expect(id).toBe(given + 1);
  }
});

test("a target with rows is left as it is", async () => {
  const [from, to] = [`file:${makeForum(5)}`, await makeForumHere(6)];
  const before = await sumsAt(to);
  await expect(moveForum(from, to, patient)).rejects.toThrow(/^The target must be empty.*Name a /);
  expect(await sumsAt(to)).toEqual(before);
});

test("an interrupted move leaves the source as it was and the target empty, and may begin again", async () => {
  const from = await makeForumHere(7);
  const before = await sumsAt(from);
  const to = await emptyPlace();
  for (const batches of [9, before.length + 5]) {
    await expect(moveForum(from, to, interruptAfter(batches))).rejects.toThrow(Stopped);
    expect(await sumsAt(from)).toEqual(before);
    if (to.startsWith("file:")) expect(readdirSync(path.dirname(to.slice(5)))).toEqual([]);
    else expect((await sumsAt(to)).filter(({ rows }) => rows > 0)).toEqual([]);
  }
  expect((await moveForum(from, to, patient)).to).toEqual(before);
});

test("what a killed move left behind is thrown away by the next", async () => {
  const from = `file:${makeForum(8)}`;
  const file = path.join(makePlace(), "forum.db");
  for (const end of ["", "-wal", "-journal"]) writeFileSync(`${file}.moving-4194999${end}`, "rest");
  await moveForum(from, `file:${file}`, patient);
  expect(await sumsAt(`file:${file}`)).toEqual(await sumsAt(from));
  expect(readdirSync(path.dirname(file)).filter((name) => name.includes("moving"))).toEqual([]);
});

test("a forum that is older or newer than this program is not moved, nor is what is no forum", async () => {
  const file = makeForum(9);
  const to = path.join(makePlace(), "to.db");
  const refuses = (words: RegExp) =>
    expect(moveForum(`file:${file}`, `file:${to}`, patient)).rejects.toThrow(words);
  change(file, `delete from migration where version = ${migrations.length}`);
  await refuses(/has version \d+, this program \d+\. Bring it up to date first/);
  change(
    file,
    `insert into migration values (${migrations.length}, 'x'), (${migrations.length + 1}, 'y')`,
  );
  await refuses(/Install the newer Steelman first\.$/);
  change(file, "drop table migration");
  await refuses(/^There is no forum at /);
  writeFileSync(
    file,
    "These are only words, and enough of them that they could be a database.".repeat(9),
  );
  await refuses(/^Cannot read .*not a database/);
  expect(existsSync(to)).toBe(false);
});

test("an address that leads nowhere is named in one line, without its password", async () => {
  const file = `file:${makeForum(10)}`;
  const nowhere = "postgres://forum:secret@127.0.0.1:1/forum";
  for (const [from, to] of [
    ["file:/nowhere/forum.db", await emptyPlace()],
    ["mysql://forum", file],
    [file, "mysql://forum"],
    [file, "file:"],
    [file, file],
    [file, nowhere],
    [nowhere, file],
  ] as const) {
    const error = await moveForum(from, to, patient).catch((error: unknown) => error);
    expect(error, `${from} → ${to}`).toBeInstanceOf(CannotMove);
    expect((error as Error).message).toMatch(/^[^\n]+\.$/);
    expect((error as Error).message).not.toContain("secret");
  }
});

test("a character that PostgreSQL cannot keep is named before anything is written", async () => {
  const file = makeForum(11);
  change(file, "update topic set about = 'a' || char(0) || 'b' where id = 3");
  const to = await emptyPlace();
  if (to.startsWith("file:")) {
    await moveForum(`file:${file}`, to, patient);
    expect(await sumsAt(to)).toEqual(await sumsAt(`file:${file}`));
    return;
  }
  await expect(moveForum(`file:${file}`, to, patient)).rejects.toThrow(
    /in topic\.about of the row 3\./,
  );
  await expect(sumsAt(to)).rejects.toThrow(/^There is no forum at /);
});
