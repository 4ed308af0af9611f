/** Many rows changed by few statements, each compiled once. */
import { type CompiledQuery, sql } from "kysely";
import { type Engine, engineOf } from "#db/dialect.server.ts";
import type { Trx } from "#db/open.server.ts";

/** Which table, by which columns its rows are found, which others are given anew, and which are added to. */
export interface Change {
  table: string;
  key: readonly string[];
  set?: readonly string[];
  add?: readonly string[];
}

/** Rows of the largest statement; what is left goes by halves of that, so that there are few statements. */
const MOST_ROWS = 256;

const compiled: Record<Engine, WeakMap<Change, Map<number, CompiledQuery>>> = {
  sqlite: new WeakMap(),
  postgres: new WeakMap(),
};

/** Changes rows that are there: each names its key's values, then those of `set`, then those of `add`. No key comes twice. */
export async function changeRows(
  trx: Trx,
  change: Change,
  rows: readonly (readonly (number | null)[])[],
): Promise<void> {
  let size = MOST_ROWS;
  for (let from = 0; from < rows.length; from += size) {
    while (size > rows.length - from) size /= 2;
    const some = rows.slice(from, from + size);
    await trx.executeQuery({ ...compile(trx, change, some.length), parameters: some.flat() });
  }
}

function compile(trx: Trx, change: Change, size: number): CompiledQuery {
  const all = compiled[engineOf(trx)];
  const known = all.get(change) ?? new Map<number, CompiledQuery>();
  all.set(change, known);
  const query = known.get(size) ?? build(change, size).compile(trx);
  known.set(size, query);
  return query;
}

function build({ table, key, set = [], add = [] }: Change, size: number) {
  const columns = [...key, ...set, ...add];
  const row = (value: ReturnType<typeof sql>) => sql`(${sql.join(columns.map(() => value))})`;
  // PostgreSQL takes the types of all from the first.
  const rows = [row(sql`cast(${0} as bigint)`), ...Array(size - 1).fill(row(sql`${0}`))];
  const there = (column: string) => sql`${sql.ref(table)}.${sql.ref(column)}`;
  const given = (column: string) => sql`changed.${sql.ref(column)}`;
  const settings = [
    ...set.map((column) => sql`${sql.ref(column)} = ${given(column)}`),
    ...add.map((column) => sql`${sql.ref(column)} = ${there(column)} + ${given(column)}`),
  ];
  const found = key.map((column) => sql`${there(column)} = ${given(column)}`);
  return sql`with changed(${sql.join(columns.map((column) => sql.ref(column)))}) as (values ${sql.join(rows)})
    update ${sql.table(table)} set ${sql.join(settings)} from changed where ${sql.join(found, sql` and `)}`;
}
