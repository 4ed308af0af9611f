/** The default engine: SQLite in a file, one connection that writes and one that only reads. */
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteDialect,
} from "kysely";
import { codeOf } from "./dialect.server.ts";
import type { ReadsAtOnce, RunsAtOnce } from "./prepared.server.ts";
import type { Schema } from "./schema.ts";
import { CompilerForSqlite } from "./sqlite-compiler.server.ts";
import { Connection, ReadingConnection } from "./sqlite-connections.server.ts";
import { CannotOpen } from "./trouble.ts";

/** Longest wait inside the engine for a lock held elsewhere, in milliseconds; it stops the event loop, so it is short. */
const BUSY_TIMEOUT = 250;
/** Pages in the write-ahead log, of 4 KiB, after which it is taken into the file: a reply writes some forty, so one in three hundred waits for that. */
const PAGES_IN_LOG = 12_000;
/** The write-ahead log is cut back to this many bytes after a checkpoint. */
const JOURNAL_SIZE_LIMIT = 64 * 1024 * 1024;

/** Opens (and makes, with its folder) the database in a file; throws CannotOpen with one clear line. */
export function openSqlite(file: string): Kysely<Schema> {
  if (file === "")
    throw new CannotOpen('DATABASE_URL names no file; it takes one, like "file:data/forum.db".');
  try {
    if (file !== ":memory:") makeFolder(path.dirname(path.resolve(file)));
    return wrapSqlite(new Database(file));
  } catch (error) {
    const { message } = error as Error;
    throw new CannotOpen(
      `Cannot open the database ${path.resolve(file)}: ${message}. ${remedyOf(error, path.resolve(file))}`,
    );
  }
}

/** What whoever started the program can do, by why it does not work; else the file is the wrong one. */
const remedies: [RegExp, string][] = [
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY.*)$/, "Make its folder writable or set DATABASE_URL."],
  [/^SQLITE_CORRUPT/, "Restore a backup, or set DATABASE_URL to another file."],
  [/^(ENOSPC|SQLITE_FULL)$/, "Make room on its disk or set DATABASE_URL."],
  [/^SQLITE_BUSY/, "Another program holds it; stop that first."],
];
const WRONG_FILE = "Set DATABASE_URL to another file; this one stays as it is.";

function remedyOf(error: unknown, file: string): string {
  const code = whyOf(error, path.dirname(file));
  return remedies.find(([why]) => why.test(code))?.[1] ?? WRONG_FILE;
}

/** The code of what went wrong; where the engine knows only that it cannot open a file, what its folder is closed for. */
function whyOf(error: unknown, folder: string): string {
  if (codeOf(error) !== "SQLITE_CANTOPEN") return codeOf(error);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return codeOf(error);
  } catch (closed) {
    return codeOf(closed);
  }
}

/** One level at a time, since `recursive` tries for ever where a system allows no folders, as below /proc. */
function makeFolder(folder: string) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(folder)) throw error;
  }
}

/** The handle over an open connection, with the settings that keep acknowledged posts through a power cut. */
export function wrapSqlite(writer: Database.Database): Kysely<Schema> {
  writer.exec("pragma journal_mode = WAL");
  writer.exec("pragma synchronous = FULL");
  writer.exec("pragma foreign_keys = ON");
  writer.exec(`pragma wal_autocheckpoint = ${PAGES_IN_LOG}`);
  writer.exec(`pragma journal_size_limit = ${JOURNAL_SIZE_LIMIT}`);
  makeCareful(writer);
  // What is in memory alone has no second door.
  const reader = writer.memory ? null : new Database(writer.name, { readonly: true });
  if (reader) makeCareful(reader);
  return new SqliteHandle(new TwoConnectionsDialect(writer, reader));
}

/** A handle that answers a query that only reads without a turn, for hot paths: a turn costs more than the answer. */
class SqliteHandle extends Kysely<Schema> implements ReadsAtOnce, RunsAtOnce {
  readonly #dialect: TwoConnectionsDialect;
  constructor(dialect: TwoConnectionsDialect) {
    super({ dialect });
    this.#dialect = dialect;
  }

  readAtOnce<Row>(query: CompiledQuery): Row[] | null {
    return this.#dialect.createDriver().read<Row>(query)?.rows ?? null;
  }

  runAtOnce<Row>(query: CompiledQuery): Row[] {
    return this.#dialect.createDriver().write<Row>(query).rows;
  }

  readTogether() {
    return this.#dialect.createDriver().readTogether();
  }
}

function makeCareful(connection: Database.Database) {
  connection.exec("pragma trusted_schema = OFF");
  connection.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
}

/** Reads go to the connection that only reads, past every transaction; whatever else goes to the one that writes, one at a time. */
class TwoConnections implements Driver {
  readonly #writer: Connection;
  readonly #reader: ReadingConnection | null;
  #line: Promise<void> = Promise.resolve();

  constructor(writer: Database.Database, reader: Database.Database | null) {
    this.#writer = new Connection(writer);
    this.#reader = reader && new ReadingConnection(reader);
  }

  async init() {}

  async acquireConnection(): Promise<Turn> {
    return new Turn(this);
  }

  /** Takes the write lock when a transaction begins, so that it never fails halfway for want of it. */
  async beginTransaction(turn: DatabaseConnection) {
    await (turn as Turn).begin();
  }

  async commitTransaction(turn: DatabaseConnection) {
    await turn.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(turn: DatabaseConnection) {
    // A full disk has undone it already.
    if (this.#writer.isInTransaction) await turn.executeQuery(CompiledQuery.raw("rollback"));
  }

  async releaseConnection(turn: DatabaseConnection) {
    (turn as Turn).letGo();
  }

  async destroy() {
    this.#reader?.close();
    this.#writer.close();
  }

  read<Row>(query: CompiledQuery): QueryResult<Row> | null {
    return query.query.kind === "SelectQueryNode" ? (this.#reader?.read<Row>(query) ?? null) : null;
  }

  readTogether(): number | null {
    return this.#reader?.readTogether() ?? null;
  }

  write<Row>(query: CompiledQuery): QueryResult<Row> {
    // What is written now must be seen by whatever is read next.
    this.#reader?.letGo();
    return this.#writer.run<Row>(query);
  }

  /** Waits until nobody writes; answers how to let the next one. */
  async queue(): Promise<() => void> {
    const before = this.#line;
    let leave = () => {};
    this.#line = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }
}

/** What one query or one transaction holds. */
class Turn implements DatabaseConnection {
  readonly #driver: TwoConnections;
  #leave: (() => void) | null = null;
  constructor(driver: TwoConnections) {
    this.#driver = driver;
  }

  async begin() {
    this.#leave = await this.#driver.queue();
    this.#driver.write(CompiledQuery.raw("begin immediate"));
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#leave) return this.#driver.write<Row>(query);
    const read = this.#driver.read<Row>(query);
    if (read) return read;
    this.#leave = await this.#driver.queue();
    return this.#driver.write<Row>(query);
  }

  // biome-ignore lint/correctness/useYield: nothing is streamed here.
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error("SQLite hands over whole answers here; ask for a page at a time.");
  }

  letGo() {
    this.#leave?.();
    this.#leave = null;
  }
}

class TwoConnectionsDialect extends SqliteDialect {
  readonly #driver: TwoConnections;
  constructor(writer: Database.Database, reader: Database.Database | null) {
    super({ database: writer });
    this.#driver = new TwoConnections(writer, reader);
  }
  override createDriver() {
    return this.#driver;
  }

  override createQueryCompiler() {
    return new CompilerForSqlite();
  }
}
