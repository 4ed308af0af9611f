/** Opens the forum's database from its address. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
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
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("trusted_schema = OFF");
  sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  sqlite.pragma(`journal_size_limit = ${JOURNAL_SIZE_LIMIT}`);
  return new Kysely<Schema>({ dialect: new ImmediateDialect({ database: sqlite }) });
}

/** Takes the write lock when a transaction begins, so that it never fails halfway for want of it. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: Database.Database;
  constructor({ database }: { database: Database.Database }) {
    super({ database });
    this.#database = database;
  }
  override createDriver() {
    return new ImmediateDriver({ database: this.#database });
  }
}
