/** A fresh forum for one test: its own database, with the cast and two topics. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { inject, onTestFinished } from "vitest";
import type { Person } from "#app/permissions.ts";
import { type Db, openDatabase, wrapDatabase } from "#db/open.server.ts";
import { cast } from "./cast.ts";
import { giveBackPostgresDatabase, takePostgresDatabase } from "./databases.ts";
import { makeQuickFolder } from "./quick-folder.ts";

export { START } from "./cast.ts";

export interface TestForum {
  db: Db;
  ada: Person;
  ben: Person;
  nia: Person;
  mo: Person;
  root: Person;
}

interface Opening {
  file?: string;
  /** Hears each statement of SQLite's as it begins. */
  hear?: (sql: unknown) => void;
}

let bytes: Buffer | undefined;

/** Opens a forum on the engine of this run; one that is told a file is of SQLite on any run. */
export async function openForum({ file, hear }: Opening = {}): Promise<TestForum> {
  if (inject("engine") === "sqlite" || file) return withCast(openSqlite(file, hear));
  return withCast(openPostgres(await borrowPostgres()));
}

/** The same with a second handle on the database, as another process has it open. */
export async function openTwice(): Promise<TestForum & { second: Db }> {
  if (inject("engine") === "sqlite") {
    const folder = makeQuickFolder("steelman-twice-");
    afterwards(async () => rmSync(folder, { recursive: true }));
    const file = path.join(folder, "forum.db");
    const forum = withCast(openSqlite(file));
    return { ...forum, second: closeAfterwards(wrapDatabase(new Database(file))) };
  }
  const address = await borrowPostgres();
  return { ...withCast(openPostgres(address)), second: openPostgres(address) };
}

function withCast(db: Db): TestForum {
  const people = cast.map((person) => [person.name.toLowerCase(), { ...person }]);
  return { db, ...Object.fromEntries(people) };
}

function openSqlite(file: string | undefined, hear?: Opening["hear"]): Db {
  bytes ??= readFileSync(inject("migrated"));
  if (file) writeFileSync(file, bytes);
  const options = hear ? { verbose: hear } : {};
  return closeAfterwards(wrapDatabase(new Database(file ?? bytes, options)));
}

async function borrowPostgres(): Promise<string> {
  const address = await takePostgresDatabase();
  afterwards(() => giveBackPostgresDatabase(address));
  return address;
}

const openPostgres = (address: string) => closeAfterwards(openDatabase(address));

/** Every database that was opened here; held, since Node 24 may fall over one that is collected. */
const opened: Db[] = [];

/** Closes a database when its test ends; one that was opened for several tests stays open. */
export function closeAfterwards(db: Db): Db {
  opened.push(db);
  afterwards(() => db.destroy());
  return db;
}

function afterwards(deed: () => Promise<void>) {
  try {
    onTestFinished(deed);
  } catch {
    // Outside of a test there is no end to wait for.
  }
}
