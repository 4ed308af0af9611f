/** A connection of SQLite that only reads, for what is asked outside of the process's own thread. */
import Database from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { engineOf } from "./dialect.server.ts";
import type { Db } from "./open.server.ts";
import type { Schema } from "./schema.ts";

/** Memory that one connection keeps pages in, in KiB. */
const CACHE_SIZE = 4_000;

/** Statements that are prepared once. */
const MOST_STATEMENTS = 100;

/** Held for ever, since Node 24 may fall over a database that is collected. */
const held: Database.Database[] = [];

/** Opens a file that is there; nothing can be written by it. */
export function openReader(file: string): Db {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  held.push(database);
  for (const pragma of ["trusted_schema = OFF", "query_only = ON", `cache_size = -${CACHE_SIZE}`]) {
    database.exec(`pragma ${pragma}`);
  }
  const statements = new Map<string, Database.Statement>();
  function prepare(sql: string): Database.Statement {
    const statement = statements.get(sql) ?? database.prepare(sql);
    if (statements.size < MOST_STATEMENTS) statements.set(sql, statement);
    return statement;
  }
  const kept = { prepare, close: () => database.close() } as unknown as Database.Database;
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: kept }) });
}

const files = new WeakMap<Db, string | null>();

/** The file behind a handle; null where there is none that another thread can open. */
export async function fileOf(db: Db): Promise<string | null> {
  const known = files.get(db);
  if (known !== undefined) return known;
  const file = engineOf(db) === "postgres" ? null : await readFileName(db);
  files.set(db, file);
  return file;
}

async function readFileName(db: Db): Promise<string | null> {
  const { rows } = await sql<{
    file: string | null;
  }>`select file from pragma_database_list where name = 'main'`.execute(db);
  return rows[0]?.file || null;
}
