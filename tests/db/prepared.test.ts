import { sql } from "kysely";
import { expect, inject, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { isAmong } from "#db/dialect.server.ts";
import { prepared, type ReadsAtOnce, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { cast } from "../cast.ts";
import { openForum } from "../forum.ts";

const [ada, ben] = cast as [Person, Person];

let builds = 0;
const findName = prepared((db, value: ValueOf<{ id: number }>) => {
  builds += 1;
  return db.selectFrom("person").select("name").where("id", "=", value("id"));
});
const findAmong = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("person")
    .select("name")
    .where(isAmong(db, sql.ref("id"), value("ids")))
    .orderBy("id"),
);

test("a prepared query is built once and answers each time by its values", async () => {
  const { db } = await openForum();
  builds = 0;
  expect(await findName.first(db, { id: ada.id })).toEqual({ name: "Ada" });
  expect(await findName.all(db, { id: ben.id })).toEqual([{ name: "Ben" }]);
  expect(await findName.first(db, { id: 0 })).toBeUndefined();
  expect(builds).toBeLessThanOrEqual(1);
});

test("a prepared query takes a list of any length as one value", async () => {
  const { db } = await openForum();
  expect(await findAmong.all(db, { ids: [] })).toEqual([]);
  const many = Array.from({ length: 1_000 }, (_, index) => 1_000_000 + index);
  expect(await findAmong.all(db, { ids: [...many, ben.id, ada.id] })).toEqual([
    { name: "Ada" },
    { name: "Ben" },
  ]);
});

test("a prepared query sees what its transaction wrote", async () => {
  const { db } = await openForum();
  const names = await write(db, async (trx) => {
    await trx.updateTable("person").set({ name: "Eda" }).where("id", "=", ada.id).execute();
    return findName.all(trx, { id: ada.id });
  });
  expect(names).toEqual([{ name: "Eda" }]);
});

test("a deed on SQLite has what it asks for without waiting, and only while it lasts", async () => {
  const { db } = await openForum();
  const seen = await write(db, async (trx) => {
    await trx.updateTable("person").set({ name: "Eda" }).where("id", "=", ada.id).execute();
    const found = findName.firstAtOnce(trx, { id: ada.id });
    return { trx, isThere: !(found instanceof Promise), found: await found };
  });
  expect(seen.found).toEqual({ name: "Eda" });
  expect(seen.isThere).toBe(inject("engine") === "sqlite");
  expect((seen.trx as Partial<ReadsAtOnce>).readAtOnce).toBeUndefined();
});
