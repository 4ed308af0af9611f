import path from "node:path";
import { expect, test } from "vitest";
import { openSource } from "#app/moving/open-source.server.ts";
import { differenceOf, orderTables, type Table } from "#app/moving/table.ts";
import { migrate } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { emptyPlace, makePlace } from "./forums.ts";

const table = (name: string, ...to: string[]): Table => ({
  ...{ name, columns: [{ name: "id", isText: false }], key: [0] },
  references: to.map((other) => ({ column: `${other}_id`, table: other })),
});

test("tables come after what they refer to, and a ring is an error", () => {
  const tables = [table("a", "c", "a"), table("b"), table("c", "b")];
  expect(orderTables(tables).map(({ name }) => name)).toEqual(["b", "c", "a"]);
  expect(() => orderTables([table("a", "b"), table("b", "a")])).toThrow("a, b");
});

async function tablesAt(address: string): Promise<readonly Table[]> {
  const db = openDatabase(address);
  await migrate(db);
  const names = (await db.introspection.getTables())
    .map(({ name }) => name)
    // Every database makes these for itself.
    .filter((name) => !/^(search(_.*)?|list_version)$/.test(name));
  await db.destroy();
  const source = await openSource(address);
  await source.close();
  expect(["migration", ...source.tables.map(({ name }) => name)].sort()).toEqual(names.sort());
  return source.tables;
}

test("every table that migrations make is known, with its columns and its key, alike on both engines", async () => {
  const here = await tablesAt(await emptyPlace());
  const there = await tablesAt(`file:${path.join(makePlace(), "forum.db")}`);
  expect(differenceOf(here, there)).toBe(null);
  expect(here.map(({ key }) => key)).toEqual(there.map(({ key }) => key));
  expect(here.map(({ references }) => [...references].sort(byColumn))).toEqual(
    there.map(({ references }) => [...references].sort(byColumn)),
  );
  expect(here.filter(({ key }) => key.length === 0)).toEqual([]);
});

const byColumn = (one: { column: string }, other: { column: string }) =>
  one.column < other.column ? -1 : 1;
