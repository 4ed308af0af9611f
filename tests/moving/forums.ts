/** Forums to move: the demonstration, and one with something odd in every table. */
import { copyFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type Kysely, sql } from "kysely";
import { inject, onTestFinished } from "vitest";
import { beginForum } from "#app/begin-forum.server.ts";
import { fillForum } from "#app/demonstration/fill-forum.server.ts";
import type { Sum, Watch } from "#app/moving/copy-tables.server.ts";
import { sumTables } from "#app/moving/copy-tables.server.ts";
import { moveForum } from "#app/moving/move-forum.server.ts";
import { openSource } from "#app/moving/open-source.server.ts";
import { EngineTypes } from "#db/dialect.server.ts";
import { migrations } from "#db/migrations/all.ts";
import { openDatabase } from "#db/open.server.ts";
import { giveBackPostgresDatabase, takePostgresDatabase } from "../databases.ts";
import { START } from "../forum.ts";
import { makeQuickFolder } from "../quick-folder.ts";
import { fillAtRandom } from "./random-rows.ts";

/** A folder that is gone when its test ends. */
export function makePlace(): string {
  const folder = makeQuickFolder("steelman-moving-");
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The address of an empty database on the engine of this run. */
export async function emptyPlace(): Promise<string> {
  if (inject("engine") === "sqlite") return `file:${path.join(makePlace(), "empty.db")}`;
  const address = await takePostgresDatabase("template0");
  onTestFinished(() => giveBackPostgresDatabase(address, "template0"));
  return address;
}

/** A file with a forum that has rows in every table; the same for the same seed. */
export function makeForum(seed: number, most = 60): string {
  const file = path.join(makePlace(), "forum.db");
  copyFileSync(inject("migrated"), file);
  fillAtRandom(file, seed, most);
  return file;
}

/** The same with the tables of an older version. */
export async function makeOlderForum(seed: number, version: number): Promise<string> {
  const file = path.join(makePlace(), "older.db");
  const db = openDatabase(`file:${file}`);
  const handle = (db as unknown as Kysely<unknown>).withPlugin(new EngineTypes("sqlite"));
  await sql`create table migration (version integer primary key, name text not null)`.execute(db);
  for (const [index, { name, up }] of migrations.slice(0, version).entries()) {
    await up(handle);
    await sql`insert into migration values (${index + 1}, ${name})`.execute(db);
  }
  await db.destroy();
  fillAtRandom(file, seed, 60);
  return file;
}

/** The address of a forum on the engine of this run, filled as makeForum fills it. */
export async function makeForumHere(seed: number): Promise<string> {
  const file = makeForum(seed);
  if (inject("engine") === "sqlite") return `file:${file}`;
  const address = await emptyPlace();
  await moveForum(`file:${file}`, address, patient);
  return address;
}

/** The demonstration forum in a file. */
export async function makeDemonstration(): Promise<string> {
  const file = path.join(makePlace(), "demonstration.db");
  const db = openDatabase(`file:${file}`);
  await beginForum(db, START);
  await fillForum(db, START);
  await db.destroy();
  return file;
}

/** A copy of a file, in the same folder. */
export function copyOf(file: string, name: string): string {
  const copy = path.join(path.dirname(file), name);
  copyFileSync(file, copy);
  return copy;
}

/** What stands at an address, table by table. */
export async function sumsAt(address: string): Promise<Sum[]> {
  const source = await openSource(address);
  try {
    return await sumTables(source, patient);
  } finally {
    await source.close();
  }
}

/** Looks on in silence. */
export const patient: Watch = { show() {}, isStopped: () => false };

/** Interrupts when so many batches have gone by. */
export function interruptAfter(batches: number): Watch {
  let seen = 0;
  return {
    show() {
      seen += 1;
    },
    isStopped: () => seen >= batches,
  };
}

/** All but what a restore holds back, so that nothing is sent twice. */
export const unsent = (sums: readonly Sum[]) =>
  sums.filter(({ table }) => !/^(letter|letter_.*|notice)$/.test(table));
