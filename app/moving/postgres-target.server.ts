/** A database of PostgreSQL that is filled in one transaction: after any failure it is as it was. */
import { migrate } from "#db/migrate.server.ts";
import { SEARCH_BY_WORD } from "#db/migrations/005-search.ts";
import { openDatabase } from "#db/open.server.ts";
import { CannotMove } from "./cannot-move.ts";
import { PostgresConnection } from "./postgres-connection.server.ts";
import { PostgresSide, readTables, sequenceOf } from "./postgres-side.server.ts";
import type { Target } from "./side.ts";
import { insertSql, type Row, type Table } from "./table.ts";

/** Makes a target of a database without rows, or of one whose rows are given up; throws CannotMove for any other. */
export async function openPostgresTarget(
  address: string,
  { isGivenUp }: { isGivenUp: boolean },
): Promise<PostgresTarget> {
  const connection = await PostgresConnection.open(address);
  try {
    const before = await readTables(connection);
    if (isGivenUp) await checkAlone(connection, before);
    else await checkEmpty(connection, before);
    await migrateTarget(address);
    await connection.exec("begin");
    const tables = await readTables(connection);
    await takeTables(connection, tables);
    if (isGivenUp) await connection.exec(`truncate ${namesOf(tables)}`);
    await checkEmpty(connection, tables);
    // At the end it is made in one go, many times quicker.
    await connection.exec("drop index search_by_word");
    return new PostgresTarget(connection, tables);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function migrateTarget(address: string) {
  const db = openDatabase(address);
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

const namesOf = (tables: readonly Table[]) => tables.map(({ name }) => `"${name}"`).join(", ");

/** Nobody else writes or reads until the transaction ends. */
async function takeTables(connection: PostgresConnection, tables: readonly Table[]) {
  try {
    // Not at once: the engine's own cleaning lets go when somebody waits.
    await connection.exec("set local lock_timeout = '5s'");
    await connection.exec(`lock table ${namesOf(tables)} in access exclusive mode`);
    await connection.exec("set local lock_timeout = 0");
  } catch (error) {
    if ((error as { code?: unknown }).code !== "55P03") throw error;
    throw inUse(connection);
  }
}

const inUse = ({ place }: PostgresConnection) =>
  new CannotMove(`Programs use ${place}: stop the forums that run on it, then run this again.`);

async function findFull(connection: PostgresConnection, tables: readonly Table[]) {
  for (const { name } of tables) {
    if (await connection.value(`select 1 from "${name}" limit 1`)) return name;
  }
  return null;
}

async function checkEmpty(connection: PostgresConnection, tables: readonly Table[]) {
  const full = await findFull(connection, tables);
  if (full === null) return;
  throw new CannotMove(
    `The target must be empty, but there are rows in ${full} of ${connection.place}. Name a new database.`,
  );
}

/** Rows are replaced only where no other program is connected. */
async function checkAlone(connection: PostgresConnection, tables: readonly Table[]) {
  const others = await connection.value<number>(
    `select count(*) from pg_stat_activity where datname = current_database()
    and pid <> pg_backend_pid() and coalesce(backend_type, 'client backend') = 'client backend'`,
  );
  if (others && (await findFull(connection, tables)) !== null) throw inUse(connection);
}

/** A reference of a row to a later one of its own table, set when that is there. */
interface Late {
  column: string;
  id: number;
  to: number;
}

export class PostgresTarget extends PostgresSide implements Target {
  #late: Late[] = [];
  /** What gave ids before, and up to which: no rollback takes that back. */
  readonly #given: [sequence: string, last: number, isCalled: boolean][] = [];

  async insert(table: Table, rows: readonly Row[]) {
    const ready = this.#putOff(table, rows);
    const lists = table.columns.map((_, place) => ready.map((row) => row[place]));
    const marks = table.columns.map(
      ({ isText }, place) => `$${place + 1}::${isText ? "text" : "bigint"}[]`,
    );
    const sql = `${insertSql(table)} select * from unnest(${marks.join(", ")})`;
    await this.connection.rows(sql, lists);
  }

  /** The rows without references to rows beyond them, which are remembered: most tables have none. */
  #putOff(table: Table, rows: readonly Row[]): readonly Row[] {
    const [idPlace = 0] = table.key;
    const last = Number(rows.at(-1)?.[idPlace]);
    const places = table.references
      .filter((reference) => reference.table === table.name)
      .map(({ column }) => table.columns.findIndex(({ name }) => name === column));
    if (places.length === 0) return rows;
    return rows.map((row) => {
      const isLate = (place: number) => places.includes(place) && Number(row[place] ?? 0) > last;
      if (!places.some(isLate)) return row;
      return row.map((value, place) => {
        if (!isLate(place)) return value;
        const column = table.columns[place]?.name ?? "";
        this.#late.push({ column, id: Number(row[idPlace]), to: Number(value) });
        return null;
      });
    });
  }

  async finish(table: Table, lastId: number) {
    for (const { column, id, to } of this.#late.splice(0)) {
      const sql = `update "${table.name}" set "${column}" = $1 where id = $2`;
      await this.connection.rows(sql, [to, id]);
    }
    const sequence = await sequenceOf(this.connection, table);
    if (!sequence) return;
    const [before] = await this.connection.rows<[number, number]>(
      `select last_value, case when is_called then 1 else 0 end from ${sequence}`,
    );
    this.#given.push([sequence, before![0], before![1] === 1]);
    await this.#giveFrom(sequence, Math.max(lastId, 1), lastId > 0);
  }

  async #giveFrom(sequence: string, last: number, isCalled: boolean) {
    const sql = "select setval($1::regclass, $2::bigint, $3)";
    await this.connection.rows(sql, [sequence, last, isCalled]);
  }

  async keep() {
    await this.connection.exec(SEARCH_BY_WORD);
    await this.connection.exec("commit");
    await this.connection.close();
  }

  async abandon() {
    try {
      await this.connection.exec("rollback");
      for (const given of this.#given) await this.#giveFrom(...given);
    } catch {
      // It is away: then the next ids are greater than they need be.
    }
    await this.connection.close();
  }
}
