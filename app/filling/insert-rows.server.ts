/** Many rows in few statements, each compiled once: building a statement of a thousand values takes longer than running it. */
import type { CompiledQuery, Insertable, InsertQueryBuilder, InsertResult } from "kysely";
import { type Engine, engineOf } from "#db/dialect.server.ts";
import type { Trx } from "#db/open.server.ts";
import type { Schema } from "#db/schema.ts";

type Insert<Name extends keyof Schema> = InsertQueryBuilder<Schema, Name, InsertResult>;

/** Rows of the largest statement. SQLite writes its index of words anew for each; PostgreSQL gives none more than some seconds. What is left goes by halves of that, so that there are few statements. */
const MOST_ROWS: Record<Engine, number> = { sqlite: 1_024, postgres: 64 };

const compiled: Record<Engine, Map<string, CompiledQuery>> = {
  sqlite: new Map(),
  postgres: new Map(),
};

/** Inserts rows that all name the same columns, in their order; `otherwise` says what becomes of one that is there already, always the same for one table. */
export async function insertRows<Name extends keyof Schema>(
  trx: Trx,
  table: Name,
  rows: readonly Insertable<Schema[Name]>[],
  otherwise: (query: Insert<Name>) => Insert<Name> = (query) => query,
): Promise<void> {
  const engine = engineOf(trx);
  const known = compiled[engine];
  let size = MOST_ROWS[engine];
  for (let from = 0; from < rows.length; ) {
    while (size > rows.length - from) size /= 2;
    const some = rows.slice(from, from + size);
    const name = `${table} ${size}`;
    let query = known.get(name);
    if (!query) {
      query = otherwise(trx.insertInto(table).values(some) as unknown as Insert<Name>).compile();
      known.set(name, query);
    }
    const parameters = some.flatMap((row) => Object.values(row));
    await trx.executeQuery({ ...query, parameters });
    from += size;
  }
}
