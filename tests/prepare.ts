/** Once for each kind of test: what they run is built, and a migrated database is kept as bytes. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.server.ts";
import { wrapDatabase } from "#db/open.server.ts";
import { buildIfStale, buildWorker } from "../app/build.js";

declare module "vitest" {
  interface ProvidedContext {
    migrated: string;
  }
}

/** Held, since Node 24 may fall over a database that is collected. */
const made: Database.Database[] = [];

export default async function prepare(project: TestProject) {
  if (project.name === "whole") await buildIfStale();
  else await buildWorker();
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-"));
  const sqlite = new Database(":memory:");
  made.push(sqlite);
  await migrate(wrapDatabase(sqlite));
  const file = path.join(folder, "migrated.db");
  writeFileSync(file, sqlite.serialize());
  sqlite.close();
  project.provide("migrated", file);
  return () => rmSync(folder, { recursive: true });
}
