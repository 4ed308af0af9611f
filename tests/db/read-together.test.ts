import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { CompiledQuery } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { ReadingConnection } from "#db/sqlite-connections.server.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A connection that only reads, and one to the same file that writes as another process would. */
function openBoth() {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "steelman-reading-")), "forum.db");
  const other = new Database(file);
  other.exec("pragma journal_mode = WAL; create table said (word text)");
  const database = new Database(file, { readonly: true });
  const reading = new ReadingConnection(database);
  onTestFinished(() => {
    reading.close();
    other.close();
  });
  const words = () =>
    reading
      .read<{ word: string }>(CompiledQuery.raw("select word from said order by word"))
      .rows.map(({ word }) => word);
  const say = (word: string) => other.prepare("insert into said values (?)").run(word);
  return { database, reading, words, say };
}

test("one query in a turn begins no transaction; the second does, and it ends with the turn", async () => {
  const { database, words } = openBoth();
  words();
  expect(database.inTransaction).toBe(false);
  await null;
  words();
  expect(database.inTransaction).toBe(true);
  await turn();
  expect(database.inTransaction).toBe(false);
});

test("what another process writes is seen by the next turn, and after it throughout", async () => {
  const { words, say } = openBoth();
  words();
  expect(words()).toEqual([]);
  say("first");
  expect(words()).toEqual([]);
  await turn();
  expect(words()).toEqual(["first"]);
  say("second");
  await turn();
  expect([words(), words()]).toEqual([
    ["first", "second"],
    ["first", "second"],
  ]);
});

test("what the forum itself writes is seen at once, for then the transaction is let go", () => {
  const { reading, words, say } = openBoth();
  words();
  words();
  say("first");
  reading.letGo();
  expect(words()).toEqual(["first"]);
});

test("requests that came at one moment read together, the next ones anew", async () => {
  const { reading, words, say } = openBoth();
  reading.readTogether();
  words();
  expect(words()).toEqual([]);
  await Promise.resolve();
  say("first");
  await new Promise<void>((resolve) => process.nextTick(resolve));
  reading.readTogether();
  expect(words()).toEqual([]);
  await turn();
  reading.readTogether();
  expect(words()).toEqual(["first"]);
});

test("what the file holds keeps its number while nobody writes, and has another as soon as anybody has", async () => {
  const { reading, words, say } = openBoth();
  const first = reading.readTogether();
  words();
  expect(reading.readTogether()).toBe(first);
  await turn();
  expect(reading.readTogether()).toBe(first);
  say("by another process, in the same moment");
  await turn();
  const second = reading.readTogether();
  expect(second).not.toBe(first);
  say("by the forum itself");
  reading.letGo();
  expect(reading.readTogether()).not.toBe(second);
});

test("a number is never that of more than is read: what is written in between makes another", async () => {
  const { reading, words, say } = openBoth();
  const before = reading.readTogether();
  say("between the number and the reading");
  expect(words()).toHaveLength(1);
  await turn();
  expect(reading.readTogether()).not.toBe(before);
});
