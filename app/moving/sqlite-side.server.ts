/** A forum in a file of SQLite, as one side of a move. */
import type { Side } from "./side.ts";
import type { SqliteFile } from "./sqlite-file.server.ts";
import { isTextType, notOfTheForum, orderTables, type Row, readSql, type Table } from "./table.ts";

const mark = () => "?";

export class SqliteSide implements Side {
  readonly place: string;
  readonly tables: readonly Table[];
  protected readonly sqlite: SqliteFile;

  constructor(sqlite: SqliteFile, place: string) {
    this.sqlite = sqlite;
    this.place = place;
    this.tables = orderTables(readTables(sqlite));
  }

  async count(table: Table) {
    return this.sqlite.value<number>(`select count(*) from "${table.name}"`) ?? 0;
  }

  async readAfter(table: Table, key: Row | null, limit: number) {
    return this.sqlite.rows<Row>(readSql(table, key === null, mark), ...(key ?? []), limit);
  }

  async lastId(table: Table) {
    return lastIdOf(this.sqlite, table.name);
  }

  async close() {
    this.sqlite.close();
  }
}

/** SQLite keeps the greatest id of every table whose ids are never used twice. */
function lastIdOf(sqlite: SqliteFile, table: string): number {
  const isKept = sqlite.value("select 1 from sqlite_schema where name = 'sqlite_sequence'");
  if (!isKept) return 0;
  return sqlite.value<number>("select max(seq) from sqlite_sequence where name = ?", table) ?? 0;
}

/** The forum's tables, as SQLite itself describes them. */
function readTables(sqlite: SqliteFile): Table[] {
  const names = sqlite.rows<[string]>(
    // What an index of words is made of are no tables of the forum: the other side makes it anew.
    "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'",
  );
  return names
    .map(([name]) => name)
    .filter((name) => !notOfTheForum.includes(name))
    .map((name) => {
      // Generated columns are hidden (2 and 3): the other side makes them anew.
      const columns = sqlite
        .all<{ name: string; type: string; pk: number; hidden: number }>(
          "select name, type, pk, hidden from pragma_table_xinfo(?)",
          name,
        )
        .filter(({ hidden }) => hidden === 0);
      const references = sqlite.all<{ column: string; table: string }>(
        `select "from" as "column", "table" from pragma_foreign_key_list(?)`,
        name,
      );
      return {
        name,
        references,
        columns: columns.map((column) => ({
          name: column.name,
          isText: isTextType(column.type),
        })),
        key: columns
          .map(({ pk }, place) => ({ pk, place }))
          .filter(({ pk }) => pk > 0)
          .sort((one, other) => one.pk - other.pk)
          .map(({ place }) => place),
      };
    });
}
