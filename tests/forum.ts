/** A fresh forum for one test: its own database, with the cast and two topics. */
import { readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { inject, onTestFinished } from "vitest";
import type { Person } from "#app/permissions.ts";
import { type Db, openDatabase, wrapDatabase } from "#db/open.server.ts";
import { cast } from "./cast.ts";
import { giveBackPostgresDatabase, takePostgresDatabase } from "./databases.ts";

export { START } from "./cast.ts";

export interface TestForum {
  db: Db;
  ada: Person;
  ben: Person;
  nia: Person;
  mo: Person;
  root: Person;
}

let bytes: Buffer | undefined;

/** Opens a forum on the engine of this run; one that is told a file is of SQLite on any run. */
export async function openForum({ file }: { file?: string } = {}): Promise<TestForum> {
  const isPostgres = inject("engine") === "postgres" && !file;
  const db = isPostgres ? await openPostgresForum() : openSqliteForum(file);
  const people = cast.map((person) => [person.name.toLowerCase(), { ...person }]);
  return { db, ...Object.fromEntries(people) };
}

function openSqliteForum(file: string | undefined): Db {
  bytes ??= readFileSync(inject("migrated"));
  if (file) writeFileSync(file, bytes);
  const db = wrapDatabase(new Database(file ?? bytes));
  closeAfterwards(db);
  return db;
}

async function openPostgresForum(): Promise<Db> {
  const address = await takePostgresDatabase();
  const db = openDatabase(address);
  afterwards(async () => {
    await db.destroy();
    await giveBackPostgresDatabase(address);
  });
  return db;
}

/** Every database that was opened here; held, since Node 24 may fall over one that is collected. */
const opened: Db[] = [];

/** Closes a database when its test ends; one that was opened for several tests stays open. */
export function closeAfterwards(db: Db) {
  opened.push(db);
  afterwards(() => db.destroy());
}

function afterwards(deed: () => Promise<void>) {
  try {
    onTestFinished(deed);
  } catch {
    // Outside of a test there is no end to wait for.
  }
}
