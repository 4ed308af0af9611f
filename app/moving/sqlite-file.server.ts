/** A file of SQLite as moving needs it: its own connection, with every statement kept. */
import Database from "better-sqlite3";

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

  /** Copies the database as it is now into another file, all at once: with small steps a writer elsewhere would make it begin again. */
  async copyTo(file: string) {
    await this.#database.backup(file, { progress: () => 0x7fffffff });
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
