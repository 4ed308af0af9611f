/** Connections to an SQLite file: prepared statements, and reads that belong together. */
import type Database from "better-sqlite3";
import { CompiledQuery, type QueryResult } from "kysely";

/** Statements kept for each connection; the forum's own are some hundred. */
const MOST_STATEMENTS = 2_000;

/** A statement, and the names of the columns that it answers once it has answered any. */
interface Prepared {
  statement: Database.Statement;
  names: string[] | null;
  /** Its text names the columns, so no migration of another process can change them. */
  isNamed: boolean;
}

/** A star that is not counted may stand for other columns after a migration. */
const namesAll = (sql: string) => !/(?<!count\()\*/.test(sql);

/** Rows as objects of one shape: those that the driver makes are hash tables, which take as long as the query. */
function rowsOf<Row>(prepared: Prepared, parameters: readonly unknown[]): Row[] {
  const { statement, isNamed } = prepared;
  const answered = statement.all(parameters) as unknown[][];
  if (answered.length === 0) return [];
  if (!isNamed) prepared.names = null;
  prepared.names ??= statement.columns().map(({ name }) => name);
  const { names } = prepared;
  return answered.map((values) => toRow(names, values)) as Row[];
}

function toRow(names: string[], values: unknown[]) {
  const row: Record<string, unknown> = {};
  for (let place = 0; place < names.length; place += 1) row[names[place]!] = values[place];
  return row;
}

/**
 * A connection that prepares each statement once. It is ten times faster than preparing it at every query, and on Node 24
 * a statement that is thrown away can end the process: its `ObjectWrap` looks for an environment that collection has not.
 */
export class Connection {
  readonly #database: Database.Database;
  readonly #kept = new Map<string, Prepared>();
  constructor(database: Database.Database) {
    this.#database = database;
  }

  run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const prepared = this.#prepare(sql);
    const { statement } = prepared;
    if (statement.reader) return { rows: rowsOf<Row>(prepared, parameters) };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return {
      rows: [],
      numAffectedRows: BigInt(changes),
      insertId: BigInt(lastInsertRowid),
    };
  }

  #prepare(sql: string): Prepared {
    const known = this.#kept.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    if (statement.reader) statement.raw();
    const prepared = { statement, names: null, isNamed: namesAll(sql) };
    if (this.#kept.size < MOST_STATEMENTS) this.#kept.set(sql, prepared);
    return prepared;
  }

  get isInTransaction() {
    return this.#database.inTransaction;
  }

  close() {
    this.#database.close();
  }
}

const BEGIN = CompiledQuery.raw("begin");
const COMMIT = CompiledQuery.raw("commit");

/**
 * A connection that only reads. What is read at once for one request, and for all requests that came at the same moment, is
 * read in one transaction from the second query on: to open and close one costs four times what a small query does. It
 * ends before the next requests are taken, so nobody reads what stood there before they asked; but of more than a thousand
 * sockets ready at once the last ones, and requests sent in one piece behind one another, may miss what another process
 * wrote in these milliseconds.
 */
export class ReadingConnection extends Connection {
  #isRead = false;
  #isHeld = false;
  #isTogether = false;
  readonly #dataVersion: Database.Statement<[], number>;
  /** What that answered; null when it may answer another. */
  #state: number | null = null;

  constructor(database: Database.Database) {
    super(database);
    this.#dataVersion = database.prepare<[], number>("pragma data_version").pluck();
  }

  /** Rows of a query that only reads. */
  read<Row>(query: CompiledQuery): QueryResult<Row> {
    if (!this.#isRead) this.#openTurn();
    else if (!this.#isHeld) {
      this.run(BEGIN);
      this.#isHeld = true;
    }
    return this.run<Row>(query);
  }

  /** Ends the transaction, if there is one; what is read next is as new as can be. */
  letGo() {
    this.#state = null;
    if (!this.#isHeld) return;
    this.#isHeld = false;
    // A file that cannot be read has ended it already.
    if (this.isInTransaction) this.run(COMMIT);
  }

  /** Lets what is read until the event loop has dealt with all that came at this moment be read together; answers the number of what the file held as they came, another for the next ones after whatever was written by any other connection, and at once after what the forum itself writes. For callers in its poll phase alone: an immediate comes after the rest of that. */
  readTogether(): number {
    if (!this.#isTogether) {
      this.#closeTurn();
      this.#isTogether = true;
      setImmediate(this.#closeTogether);
    }
    this.#state ??= this.#dataVersion.get()!;
    return this.#state;
  }

  #openTurn() {
    this.#isRead = true;
    // A tick that is asked for by a microtask comes after all microtasks, so after all that this request reads at once.
    if (!this.#isTogether) queueMicrotask(() => process.nextTick(this.#closeTurn));
  }

  readonly #closeTurn = () => {
    if (this.#isTogether) return;
    this.#isRead = false;
    this.letGo();
  };

  readonly #closeTogether = () => {
    this.#isTogether = false;
    this.#closeTurn();
  };

  override close() {
    this.letGo();
    super.close();
  }
}
