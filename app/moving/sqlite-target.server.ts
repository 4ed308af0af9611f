/** An empty file of SQLite that is filled beside its place and put there when it is whole. */
import { existsSync } from "node:fs";
import { migrate } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { CannotMove } from "./cannot-move.ts";
import { beginBeside, putInPlace, removeDatabase, takeAlone } from "./put-in-place.server.ts";
import type { Target } from "./side.ts";
import { SqliteFile } from "./sqlite-file.server.ts";
import { SqliteSide } from "./sqlite-side.server.ts";
import { insertSql, type Row, type Table } from "./table.ts";

/** Makes a target for a file that is not there yet, or that holds no row; throws CannotMove for any other. */
export async function openSqliteTarget(file: string): Promise<SqliteTarget> {
  checkEmpty(file);
  // Said now rather than after all the work.
  if (existsSync(file)) takeAlone(file)();
  const temporary = beginBeside(file, "moving");
  try {
    return new SqliteTarget(await openFresh(temporary), file, temporary);
  } catch (error) {
    removeDatabase(temporary);
    throw error;
  }
}

/** A file with the forum's tables and no rows, as fast as a file can be filled that is thrown away when anything fails. */
export async function openFresh(file: string): Promise<SqliteFile> {
  const db = openDatabase(`file:${file}`);
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
  const sqlite = new SqliteFile(file, { isReadOnly: false });
  sqlite.exec("pragma journal_mode = delete");
  for (const pragma of ["locking_mode = exclusive", "journal_mode = off", "cache_size = -64000"]) {
    sqlite.exec(`pragma ${pragma}`);
  }
  sqlite.exec("pragma synchronous = off");
  sqlite.exec("pragma foreign_keys = off");
  sqlite.exec("begin exclusive");
  return sqlite;
}

function checkEmpty(file: string) {
  if (!existsSync(file)) return;
  const sqlite = new SqliteFile(file, { isReadOnly: true });
  try {
    const side = new SqliteSide(sqlite, file);
    const full = side.tables.find((table) => sqlite.value(`select 1 from "${table.name}" limit 1`));
    if (full) {
      throw new CannotMove(
        `The target must be empty, but there are rows in ${full.name} of ${file}. Name a file that is not there yet.`,
      );
    }
  } finally {
    sqlite.close();
  }
}

export class SqliteTarget extends SqliteSide implements Target {
  readonly #file: string;
  readonly #temporary: string;

  constructor(sqlite: SqliteFile, file: string, temporary: string) {
    super(sqlite, file);
    this.#file = file;
    this.#temporary = temporary;
  }

  async insert(table: Table, rows: readonly Row[]) {
    const sql = `${insertSql(table)} values (${table.columns.map(() => "?").join(", ")})`;
    for (const row of rows) this.sqlite.run(sql, ...row);
  }

  async finish(table: Table, lastId: number) {
    setLastId(this.sqlite, table.name, lastId);
  }

  async keep() {
    checkReferences(this.sqlite);
    this.sqlite.exec("commit");
    this.sqlite.close();
    if (!existsSync(this.#file)) return putInPlace(this.#temporary, this.#file);
    const letGo = takeAlone(this.#file);
    try {
      checkEmpty(this.#file);
      putInPlace(this.#temporary, this.#file);
    } finally {
      letGo();
    }
  }

  async abandon() {
    this.sqlite.close();
    removeDatabase(this.#temporary);
  }
}

function setLastId(sqlite: SqliteFile, table: string, lastId: number) {
  if (lastId === 0) return;
  sqlite.run("delete from sqlite_sequence where name = ?", table);
  sqlite.run("insert into sqlite_sequence (name, seq) values (?, ?)", table, lastId);
}

export function checkReferences(sqlite: SqliteFile) {
  const broken = sqlite.all<{ table: string; parent: string }>("pragma foreign_key_check")[0];
  if (broken) {
    throw new CannotMove(
      `A row of ${broken.table} refers to one of ${broken.parent} that is not there. Restore a backup from before.`,
    );
  }
}
