/** A forum that is read as it stands at one moment, while people go on writing; nothing of it is changed. */
import { existsSync } from "node:fs";
import { migrations } from "#db/migrations/all.ts";
import { CannotMove } from "./cannot-move.ts";
import { PostgresConnection } from "./postgres-connection.server.ts";
import { PostgresSide, readTables } from "./postgres-side.server.ts";
import type { Source } from "./side.ts";
import { SqliteFile } from "./sqlite-file.server.ts";
import { SqliteSide } from "./sqlite-side.server.ts";
import { keyOf, type Row } from "./table.ts";
import { checkVersion } from "./version.ts";

/** Opens the forum at an address; throws CannotMove with one clear line, also where its tables are not those of this program. */
export async function openSource(address: string): Promise<Source> {
  if (address.startsWith("file:")) return openSqliteSource(address.slice("file:".length));
  return openPostgresSource(address);
}

class SqliteSource extends SqliteSide implements Source {
  readonly version = migrations.length;

  async findNul() {
    for (const table of this.tables) {
      for (const column of table.columns.filter(({ isText }) => isText)) {
        const found = this.sqlite.rows<Row>(
          `select * from "${table.name}" where instr("${column.name}", char(0)) > 0 limit 1`,
        )[0];
        if (found) return { table: table.name, column: column.name, key: keyOf(table, found) };
      }
    }
    return null;
  }
}

export async function openSqliteSource(file: string): Promise<Source> {
  if (!existsSync(file)) throw new CannotMove(`There is no file ${file}. Check the address.`);
  try {
    const sqlite = new SqliteFile(file, { isReadOnly: true });
    try {
      sqlite.exec("begin");
      const isForum = sqlite.value("select 1 from sqlite_schema where name = 'migration'");
      const version = isForum ? sqlite.value<number>("select max(version) from migration") : null;
      checkVersion(file, version, migrations.length);
      return new SqliteSource(sqlite, file);
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof CannotMove) throw error;
    throw new CannotMove(`Cannot read ${file}: ${(error as Error).message}. Check the address.`);
  }
}

class PostgresSource extends PostgresSide implements Source {
  readonly version = migrations.length;

  /** PostgreSQL keeps none. */
  async findNul() {
    return null;
  }
}

async function openPostgresSource(address: string): Promise<Source> {
  const connection = await PostgresConnection.open(address);
  try {
    await connection.exec("begin isolation level repeatable read read only");
    const isForum = await connection.value("select to_regclass('migration')::text");
    const version = isForum
      ? await connection.value<number>("select max(version) from migration")
      : null;
    checkVersion(connection.place, version, migrations.length);
    return new PostgresSource(connection, await readTables(connection));
  } catch (error) {
    await connection.close();
    throw error;
  }
}
