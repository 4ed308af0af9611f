/** A forum in PostgreSQL, as one side of a move. */
import type { PostgresConnection } from "./postgres-connection.server.ts";
import type { Side } from "./side.ts";
import { isTextType, notOfTheForum, orderTables, type Row, readSql, type Table } from "./table.ts";

const mark = (n: number) => `$${n}`;

export class PostgresSide implements Side {
  readonly place: string;
  readonly tables: readonly Table[];
  protected readonly connection: PostgresConnection;

  constructor(connection: PostgresConnection, tables: readonly Table[]) {
    this.connection = connection;
    this.place = connection.place;
    this.tables = orderTables(tables);
  }

  async count(table: Table) {
    return (await this.connection.value<number>(`select count(*) from "${table.name}"`)) ?? 0;
  }

  async readAfter(table: Table, key: Row | null, limit: number) {
    const values = [...(key ?? []), limit];
    return this.connection.rows<Row>(readSql(table, key === null, mark), values);
  }

  async lastId(table: Table) {
    const sequence = await sequenceOf(this.connection, table);
    if (!sequence) return 0;
    const given = await this.connection.value<number>(
      `select case when is_called then last_value else 0 end from ${sequence}`,
    );
    // Rows that brought their ids along did not move the sequence on.
    const greatest = await this.connection.value<number>(`select max(id) from "${table.name}"`);
    return Math.max(given ?? 0, greatest ?? 0);
  }

  async close() {
    await this.connection.close();
  }
}

/** What gives a table its ids; null where nothing does. */
export async function sequenceOf(
  connection: PostgresConnection,
  table: Table,
): Promise<string | null> {
  if (!table.columns.some(({ name }) => name === "id")) return null;
  return connection.value<string>("select pg_get_serial_sequence($1, 'id')", [`"${table.name}"`]);
}

/** The forum's tables, as PostgreSQL itself describes them. */
export async function readTables(connection: PostgresConnection): Promise<Table[]> {
  const here = "relnamespace = current_schema()::regnamespace";
  const columns = await connection.rows<[string, string, string, number | null]>(
    `select relname::text, attname::text, format_type(atttypid, null), array_position(indkey::int2[], attnum)
    from pg_class join pg_attribute on attrelid = pg_class.oid
    left join pg_index on indrelid = pg_class.oid and indisprimary
    where relkind = 'r' and ${here} and attnum > 0 and not attisdropped and attgenerated = ''
    order by relname, attnum`,
  );
  const references = await connection.rows<[string, string, string]>(
    `select pg_class.relname::text, attname::text, other.relname::text
    from pg_constraint join pg_class on pg_class.oid = conrelid join pg_class as other on other.oid = confrelid
    join pg_attribute on attrelid = conrelid and attnum = any (conkey)
    where contype = 'f' and pg_class.${here}`,
  );
  const names = [...new Set(columns.map(([name]) => name))];
  return names
    .filter((name) => !notOfTheForum.includes(name))
    .map((name) => {
      const own = columns.filter(([table]) => table === name);
      return {
        name,
        columns: own.map(([, column, type]) => ({ name: column, isText: isTextType(type) })),
        key: own
          .map(([, , , position], place) => ({ position, place }))
          .filter(({ position }) => position !== null)
          .sort((one, other) => (one.position ?? 0) - (other.position ?? 0))
          .map(({ place }) => place),
        references: references
          .filter(([table]) => table === name)
          .map(([, column, table]) => ({ column, table })),
      };
    });
}
