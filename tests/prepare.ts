/** Before the tests: what they run is built, and a forum with the cast is kept to be copied, once for all kinds of test that need it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { beginForum } from "#app/begin-forum.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Engine } from "#db/dialect.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { type Db, openDatabase, wrapDatabase } from "#db/open.server.ts";
import { buildIfStale, buildWorker } from "../app/build.js";
import { addCast } from "./cast.ts";
import { keepOrigin } from "./databases.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    engine: Engine;
    /** A file with the bytes of a database of SQLite with the cast in it. */
    migrated: string;
    /** A database of SQLite with the tables, topics and rules of a first start; where forums are started. */
    begun: string;
    /** The address of the tests' PostgreSQL, to which the name of a database is appended. */
    postgres: string;
  }
}

/** Held, since Node 24 may fall over a database that is collected. */
const made: Database.Database[] = [];

/** What was made in this run, and how to throw it away: every kind of test loads a copy of this file of its own. */
interface Run {
  made: Map<string, Promise<unknown>>;
  kinds: number;
  discard: (() => Promise<void>)[];
}
const everywhere = globalThis as { steelmanTests?: Run };
everywhere.steelmanTests ??= { made: new Map(), kinds: 0, discard: [] };
const run = everywhere.steelmanTests;

export default async function prepare(project: TestProject) {
  run.kinds += 1;
  if (startsForums(project)) await once("build", buildIfStale);
  else await once("worker", buildWorker);
  const isPostgres = project.name.endsWith("postgres");
  project.provide("engine", isPostgres ? "postgres" : "sqlite");
  const folder = await once("folder", makeFolder);
  project.provide("migrated", await once("migrated", () => keepBytes(folder)));
  const begun = path.join(folder, "begun.db");
  project.provide("begun", begun);
  if (isPostgres) {
    const url = await once("postgres", keepTemplates);
    project.provide("postgres", url);
    if (startsForums(project)) await once("begun on PostgreSQL", () => begin(`${url}begun`));
  } else if (startsForums(project)) await once("begun", () => begin(`file:${begun}`));
  return async () => {
    run.kinds -= 1;
    if (run.kinds > 0) return;
    run.made.clear();
    for (const undo of run.discard.splice(0)) await undo();
  };
}

/** Makes what has this name, unless another kind of test has it already. */
function once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const known = run.made.get(name) ?? make();
  run.made.set(name, known);
  return known as Promise<Made>;
}

/** Tests of whole pages start forums. */
const startsForums = ({ name }: TestProject) => name.startsWith("whole");

async function makeFolder(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-"));
  run.discard.push(async () => rmSync(folder, { recursive: true }));
  return folder;
}

async function keepBytes(folder: string): Promise<string> {
  const sqlite = new Database(":memory:");
  made.push(sqlite);
  await fill(wrapDatabase(sqlite));
  const file = path.join(folder, "migrated.db");
  writeFileSync(file, sqlite.serialize());
  sqlite.close();
  return file;
}

/** Starts a PostgreSQL with the databases that are copied for tests; answers its address. */
async function keepTemplates(): Promise<string> {
  const postgres = await startPostgres();
  run.discard.push(() => postgres.discard());
  const client = new pg.Client({ connectionString: `${postgres.url}postgres` });
  await client.connect();
  await client.query("create database forum template template0");
  await client.query("create database begun template template0");
  await client.end();
  const db = openDatabase(`${postgres.url}forum`);
  await fill(db);
  await db.destroy();
  await keepOriginOf(`${postgres.url}forum`);
  return postgres.url;
}

async function keepOriginOf(address: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await keepOrigin(client);
  await client.end();
}

/** Does what every forum does at its first start, which takes longer than all the rest of starting. */
async function begin(address: string) {
  const db = openDatabase(address);
  const now = Math.floor(Date.now() / 1000);
  await beginForum(db, now);
  await stopRendering();
  await db.destroy();
}

async function fill(db: Db) {
  await migrate(db);
  await addCast(db);
}
