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

test.each([
  "select * from said",
  "select said.* from said",
  "update said set id = id returning *",
  "with told as (select * from said) select *, count(*) over () as many from told",
])("after a migration its new columns are answered by the same statement: %s", (statement) => {
  const run = open();
  run("insert into said values (1, 'one')");
  expect(run(statement)).toMatchObject([{ id: 1, word: "one" }]);
  run("alter table said add column tongue text default 'en'");
  expect(run(statement)).toMatchObject([{ id: 1, word: "one", tongue: "en" }]);
  run("alter table said drop column word");
  run("alter table said add column country text default 'gb'");
  expect(run(statement)).toMatchObject([{ id: 1, tongue: "en", country: "gb" }]);
});
