/** A backup: a forum in one file of SQLite that says what is in it and whether it is whole. */
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { migrations } from "#db/migrations/all.ts";
import { CannotMove } from "./cannot-move.ts";
import { areEqual } from "./compare-sums.ts";
import { type Sum, sumTables, type Watch } from "./copy-tables.server.ts";
import { findSeal, isSealed, makeRoomForSeal, sealFile } from "./seal.server.ts";
import { SqliteFile } from "./sqlite-file.server.ts";
import { SqliteSide } from "./sqlite-side.server.ts";
import { checkReferences } from "./sqlite-target.server.ts";

export interface Contents {
  /** Of its tables. */
  version: number;
  madeAt: number;
  sums: Sum[];
}

/** Makes a backup of a file that holds a forum and nobody has open. Throws CannotMove where that is damaged. */
export async function finishBackup(file: string, now: number, watch: Watch): Promise<Contents> {
  const sqlite = new SqliteFile(file, { isReadOnly: false });
  let place: number | null;
  let sums: Sum[];
  try {
    sqlite.exec("pragma journal_mode = delete");
    removeMarks(sqlite);
    checkWhole(sqlite, file);
    sums = await sumTables(new SqliteSide(sqlite, file), watch);
    writeMarks(sqlite, sums, now);
    place = findSeal(sqlite, file);
  } finally {
    sqlite.close();
  }
  if (place === null) throw new Error(`${file} has no place for its seal.`);
  sealFile(file, place);
  const contents = openBackup(file);
  if (!areEqual(contents.sums, sums))
    throw new Error(`${file} holds other sums than were written.`);
  return contents;
}

function writeMarks(sqlite: SqliteFile, sums: readonly Sum[], now: number) {
  sqlite.exec("begin immediate");
  sqlite.exec(
    "create table backup (name text primary key, rows integer not null, checksum text not null, last_id integer not null, version integer not null, made_at integer not null) strict",
  );
  for (const { table, rows, checksum, lastId } of sums) {
    sqlite.run(
      "insert into backup values (?, ?, ?, ?, (select max(version) from migration), ?)",
      ...[table, rows, checksum, lastId, now],
    );
  }
  makeRoomForSeal(sqlite);
  sqlite.exec("commit");
}

/** Leaves the forum alone in the file. */
export function removeMarks(sqlite: SqliteFile) {
  sqlite.exec("drop table if exists backup; drop table if exists backup_seal");
}

/** Reads what a backup says of itself; throws CannotMove where the file is none, is damaged, or is newer than this program. */
export function openBackup(file: string): Contents {
  if (!existsSync(file)) throw new CannotMove(`There is no file ${file}. Check its name.`);
  if (!isSqlite(file)) throw new CannotMove(`${file} is no backup. Name another.`);
  const contents = readMarks(file);
  if (contents.version > migrations.length) {
    throw new CannotMove(
      `${file} has version ${contents.version}, this program knows ${migrations.length}. Install the newer Steelman first.`,
    );
  }
  return contents;
}

function readMarks(file: string): Contents {
  try {
    const sqlite = new SqliteFile(file, { isReadOnly: true });
    try {
      const place = findSeal(sqlite, file);
      if (place === null) {
        throw new CannotMove(
          `${file} has no seal: it is damaged, or was not made by npm run backup. Name another.`,
        );
      }
      if (!isSealed(file, place)) throw damaged(file, "its seal is broken");
      const rows = sqlite.all<Sum & { version: number; madeAt: number }>(
        `select name as "table", rows, checksum, last_id as lastId, version, made_at as madeAt from backup order by rowid`,
      );
      const [first] = rows;
      if (!first) throw damaged(file, "it says nothing of itself");
      const sums = rows.map(({ version: _, madeAt: __, ...sum }) => sum);
      return { version: first.version, madeAt: first.madeAt, sums };
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (error instanceof CannotMove) throw error;
    throw damaged(file, (error as Error).message);
  }
}

/** Throws CannotMove where the forum in a file is not what the backup says, or is broken in itself. */
export async function checkContents(
  sqlite: SqliteFile,
  file: string,
  sums: readonly Sum[],
  watch: Watch,
) {
  checkWhole(sqlite, file);
  if (!areEqual(await sumTables(new SqliteSide(sqlite, file), watch), sums)) {
    throw damaged(file, "what it holds is not what it says");
  }
}

function checkWhole(sqlite: SqliteFile, file: string) {
  const found = sqlite.rows<[string]>("pragma integrity_check(1)")[0]?.[0];
  if (found !== "ok") throw damaged(file, String(found));
  checkReferences(sqlite);
}

const damaged = (file: string, how: string) =>
  new CannotMove(`${file} is damaged: ${how.replace(/\s+/g, " ")}. Restore another backup.`);

const HEAD = "SQLite format 3\0";

function isSqlite(file: string): boolean {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(HEAD.length);
    readSync(descriptor, bytes, 0, bytes.length, 0);
    return bytes.toString("latin1") === HEAD;
  } finally {
    closeSync(descriptor);
  }
}
