import { sql } from "kysely";
import { expect, test } from "vitest";
import { type Db, openDatabase } from "#db/open.server.ts";
import { cast } from "../cast.ts";
import { giveBackPostgresDatabase, takePostgresDatabase } from "../databases.ts";
import { beginThread } from "../threads/thread.ts";
import { refuseUpdates, takesWrites } from "./disturb.ts";

test("the database of a test comes back as new to the next one", async () => {
  const ids: number[] = [];
  const addresses = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1) {
    const address = await takePostgresDatabase();
    const db = openDatabase(address);
    expect(await db.selectFrom("post").select("id").execute()).toEqual([]);
    ids.push((await beginThread(db, { ...cast[0]! })).threadId);
    await db.destroy();
    addresses.add(address);
    await giveBackPostgresDatabase(address);
  }
  expect(new Set(ids).size).toBe(1);
  expect(addresses.size).toBe(1);
});

const leavings: [string, (db: Db) => Promise<unknown>][] = [
  ["a trigger", (db) => refuseUpdates(db, "post", "html")],
  ["a setting", (db) => takesWrites(db, false)],
  ["a column more", (db) => sql`alter table post add column more integer`.execute(db)],
  ["a rule less", (db) => sql`alter table post alter column body drop not null`.execute(db)],
  ["an index less", (db) => sql`drop index person_by_renderer`.execute(db)],
  ["a table less", (db) => db.schema.dropTable("password").execute()],
];

test.each(leavings)("one in which a test leaves %s is never handed out again", async (_, leave) => {
  const address = await takePostgresDatabase();
  const db = openDatabase(address);
  await leave(db);
  await db.destroy();
  await giveBackPostgresDatabase(address);
  const next = await takePostgresDatabase();
  expect(next).not.toBe(address);
  await giveBackPostgresDatabase(next);
});
