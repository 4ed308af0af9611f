import Database from "better-sqlite3";
import { CompiledQuery } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { Connection } from "#db/sqlite-connections.server.ts";

function open() {
  const connection = new Connection(new Database(":memory:"));
  onTestFinished(() => connection.close());
  const run = (sql: string) => connection.run<Record<string, unknown>>(CompiledQuery.raw(sql)).rows;
  run("create table said (id integer primary key, word text)");
  return run;
}

test("rows have the names of their columns, and none is answered where there is none", () => {
  const run = open();
  expect(run("select * from said")).toEqual([]);
  run("insert into said values (1, 'one'), (2, null)");
  expect(run("select * from said")).toEqual([
    { id: 1, word: "one" },
    { id: 2, word: null },
  ]);
  expect(run("select word as told, length(word) as long from said where id = 1")).toEqual([
    { told: "one", long: 3 },
  ]);
});

test("what is written can answer rows as well", () => {
  const run = open();
  expect(run("insert into said values (3, 'three') returning id")).toEqual([{ id: 3 }]);
});

test("after a migration the same statement answers its new columns", () => {
  const run = open();
  run("insert into said values (1, 'one')");
  expect(run("select * from said")).toEqual([{ id: 1, word: "one" }]);
  run("alter table said add column tongue text default 'en'");
  expect(run("select * from said")).toEqual([{ id: 1, word: "one", tongue: "en" }]);
});
