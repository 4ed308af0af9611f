/** A file of SQLite as moving needs it: its own connection, with every statement kept. */
import { closeSync, fdatasyncSync, openSync } from "node:fs";
import Database from "better-sqlite3";

/** Pages that are copied in one go; usually of 4 KB. */
const PART = 256;

/** Held for ever, since Node 24 may fall over a database that is collected. */
const held: Database.Database[] = [];

export class SqliteFile {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(file: string, { isReadOnly }: { isReadOnly: boolean }) {
    this.#database = new Database(file, { readonly: isReadOnly, fileMustExist: true });
    held.push(this.#database);
    this.exec("pragma trusted_schema = OFF");
    if (isReadOnly) this.exec("pragma query_only = ON");
  }

  exec(sql: string) {
    this.#database.exec(sql);
  }

  run(sql: string, ...values: unknown[]) {
    this.#prepare(sql).run(...values);
  }

  /** Rows as objects. */
  all<Found>(sql: string, ...values: unknown[]): Found[] {
    return this.#prepare(sql).all(...values) as Found[];
  }

  /** Rows as lists of values. */
  rows<Found>(sql: string, ...values: unknown[]): Found[] {
    const statement = this.#prepare(`${sql} -- rows`);
    return statement.raw().all(...values) as Found[];
  }

  /** The one value that a query gives; null where it gives no row. */
  value<Found>(sql: string, ...values: unknown[]): Found | null {
    return this.rows<[Found]>(sql, ...values)[0]?.[0] ?? null;
  }

  /** Copies the database as it is now into a file that is there and empty. A part at a time goes to the disk, which then rests as long as that took, or whoever writes posts would wait there behind the whole of it. */
  async copyTo(file: string) {
    const descriptor = openSync(file, "r+");
    // Without a transaction that holds the present state, every write elsewhere would make it begin again.
    this.exec("begin; select 1 from sqlite_schema");
    try {
      await this.#database.backup(file, {
        progress: () => {
          rest(timeOf(() => fdatasyncSync(descriptor)));
          return PART;
        },
      });
    } finally {
      this.exec("commit");
      closeSync(descriptor);
    }
  }

  #prepare(sql: string): Database.Statement {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  close() {
    this.#database.close();
  }
}

/** How long a deed takes, in milliseconds. */
function timeOf(deed: () => void): number {
  const began = process.hrtime.bigint();
  deed();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** Leaves the disk to others; nothing else happens in this process meanwhile. */
function rest(milliseconds: number) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
