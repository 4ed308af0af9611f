/** Once for each kind of test: what they run is built, and a forum with the cast is kept to be copied. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { stopRendering } from "#app/markdown/render.server.ts";
import { addStarterRules } from "#app/rules/add-starter-rules.server.ts";
import { addStarterTopics } from "#app/topics/add-starter-topics.server.ts";
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

export default async function prepare(project: TestProject) {
  if (startsForums(project)) await buildIfStale();
  else await buildWorker();
  const isPostgres = project.name.endsWith("postgres");
  project.provide("engine", isPostgres ? "postgres" : "sqlite");
  const discard = [await keepBytes(project)];
  if (isPostgres) discard.push(await keepTemplates(project));
  return async () => {
    for (const undo of discard) await undo();
  };
}

/** Tests of whole pages start forums. */
const startsForums = ({ name }: TestProject) => name.startsWith("whole");

async function keepBytes(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-"));
  const sqlite = new Database(":memory:");
  made.push(sqlite);
  await fill(wrapDatabase(sqlite));
  const file = path.join(folder, "migrated.db");
  writeFileSync(file, sqlite.serialize());
  sqlite.close();
  project.provide("migrated", file);
  const begun = path.join(folder, "begun.db");
  if (startsForums(project)) await begin(`file:${begun}`);
  project.provide("begun", begun);
  return async () => rmSync(folder, { recursive: true });
}

async function keepTemplates(project: TestProject) {
  const postgres = await startPostgres();
  const client = new pg.Client({ connectionString: `${postgres.url}postgres` });
  await client.connect();
  await client.query("create database forum template template0");
  await client.query("create database begun template template0");
  await client.end();
  if (startsForums(project)) await begin(`${postgres.url}begun`);
  const db = openDatabase(`${postgres.url}forum`);
  await fill(db);
  await db.destroy();
  await keepOriginOf(`${postgres.url}forum`);
  project.provide("postgres", postgres.url);
  return () => postgres.discard();
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
  await migrate(db);
  await addStarterTopics(db, now);
  await addStarterRules(db, now);
  await stopRendering();
  await db.destroy();
}

async function fill(db: Db) {
  await migrate(db);
  await addCast(db);
}
