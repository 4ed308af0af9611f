/** A forum whose database is a file that cannot be used does not start, and says why. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lineOf } from "./line-of.ts";
import { startServer } from "./server.ts";

let folder: string;
/** The file. */
let database: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "steelman-begin-"));
  database = path.join(folder, "forum.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what is no file is named", () => {
  writeFileSync(path.join(folder, "file"), "");
  const inFile = path.join(folder, "file", "data", "forum.db");
  expect(lineOf(`file:${inFile}`)).toContain(`Cannot open the database ${inFile}: `);
  mkdirSync(database);
  expect(lineOf(`file:${database}`)).toContain(`Cannot open the database ${database}: `);
});

test("a file that is no database is named and left as it is", () => {
  writeFileSync(database, "Dear diary, ".repeat(1_000));
  expect(lineOf(`file:${database}`)).toBe(
    `Cannot open the database ${database}: file is not a database. Set DATABASE_URL to another file; this one stays as it is.`,
  );
});

test("a database that another program holds locked is named", async () => {
  const server = await startServer({ database: `file:${database}` });
  await server.stop();
  const sqlite = new Database(database);
  sqlite.exec("begin exclusive");
  expect(lineOf(`file:${database}`)).toContain(
    "locked. Another program holds it; stop that first.",
  );
  sqlite.close();
});
