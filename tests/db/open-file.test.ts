/** A file that cannot be the forum's database: why, and what helps. */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { beforeEach, expect, test } from "vitest";
import { CannotOpen, openDatabase } from "#db/open.server.ts";
import { makeQuickFolder } from "../quick-folder.ts";

let folder: string;
/** The file. */
let database: string;

beforeEach(() => {
  folder = makeQuickFolder("steelman-file-");
  database = path.join(folder, "forum.db");
});

function lineOf(file: string): string {
  try {
    openDatabase(`file:${file}`);
  } catch (error) {
    if (error instanceof CannotOpen) return error.message;
    throw error;
  }
  throw new Error("It opens.");
}

const another = "Set DATABASE_URL to another file; this one stays as it is.";

test("of a folder, and of a file in a file, another file is asked for", () => {
  mkdirSync(database);
  expect(lineOf(database)).toBe(
    `Cannot open the database ${database}: unable to open database file. ${another}`,
  );
  writeFileSync(path.join(folder, "file"), "");
  expect(lineOf(path.join(folder, "file", "data", "forum.db"))).toContain(`. ${another}`);
});

test("of a database that is broken a backup is asked for", () => {
  const sqlite = new Database(database);
  sqlite.exec("create table post (id integer primary key, body text)");
  sqlite.close();
  // The root of its tables.
  const file = openSync(database, "r+");
  writeSync(file, Buffer.alloc(100, 0xff), 0, 100, 100);
  closeSync(file);
  expect(lineOf(database)).toBe(
    `Cannot open the database ${database}: database disk image is malformed. Restore a backup, or set DATABASE_URL to another file.`,
  );
});
