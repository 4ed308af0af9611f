/** Opens the forum's database from its address. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type Transaction,
} from "kysely";
import type { Schema } from "./schema.ts";

/** The handle that every deed and read takes first. */
export type Db = Kysely<Schema>;
export type Trx = Transaction<Schema>;

/** A database that cannot be used, with one line that says why and what to do. */
export class CannotOpen extends Error {}

/** Longest wait inside the engine for a lock held elsewhere, in milliseconds; it stops the event loop, so it is short. */
const BUSY_TIMEOUT = 250;
/** The write-ahead log is cut back to this many bytes after a checkpoint. */
const JOURNAL_SIZE_LIMIT = 64 * 1024 * 1024;

/** Opens (and makes, with its folder) the database at `file:…`; throws CannotOpen with one clear line. */
export function openDatabase(address: string): Db {
  if (!address.startsWith("file:")) {
    throw new CannotOpen(
      `DATABASE_URL must begin with "file:"; it is "${address.split(":")[0]}:…".`,
    );
  }
  const file = address.slice("file:".length);
  if (file === "")
    throw new CannotOpen('DATABASE_URL names no file; it takes one, like "file:data/forum.db".');
  try {
    if (file !== ":memory:") mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    return wrapDatabase(new Database(file));
  } catch (error) {
    throw new CannotOpen(
      `Cannot open the database ${path.resolve(file)}: ${(error as Error).message}. Make its folder writable or set DATABASE_URL.`,
    );
  }
}

/** The handle over an open SQLite connection, with the settings that keep acknowledged posts through a power cut. */
export function wrapDatabase(sqlite: Database.Database): Db {
  sqlite.exec("pragma journal_mode = WAL");
  sqlite.exec("pragma synchronous = FULL");
  sqlite.exec("pragma foreign_keys = ON");
  sqlite.exec("pragma trusted_schema = OFF");
  sqlite.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
  sqlite.exec(`pragma journal_size_limit = ${JOURNAL_SIZE_LIMIT}`);
  return new Kysely<Schema>({
    dialect: new ImmediateDialect({ database: keepStatements(sqlite) }),
  });
}

/** Statements kept for each connection; the forum's own are some hundred. */
const MOST_STATEMENTS = 2_000;

/**
 * A connection that prepares each statement once. It is ten times faster than preparing it at every query, and on Node 24
 * a statement that is thrown away can end the process: its `ObjectWrap` looks for an environment that collection has not.
 */
function keepStatements(sqlite: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known as ReturnType<SqliteDatabase["prepare"]>;
      const statement = sqlite.prepare(sql);
      if (kept.size < MOST_STATEMENTS) kept.set(sql, statement);
      return statement as ReturnType<SqliteDatabase["prepare"]>;
    },
    close: () => sqlite.close(),
  };
}

/** Takes the write lock when a transaction begins, so that it never fails halfway for want of it. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  constructor({ database }: { database: SqliteDatabase }) {
    super({ database });
    this.#database = database;
  }
  override createDriver() {
    return new ImmediateDriver({ database: this.#database });
  }
}
