import { type Expression, sql } from "kysely";
import type { Db } from "#db/open.server.ts";

/** The rows of one query for each id, all in one; no more than some hundred ids. */
export async function ofEach<Row>(
  db: Db,
  ids: readonly number[],
  query: (db: Db, id: number) => Expression<Row>,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const parts = ids.map((id) => sql`select * from ${query(db, id)} as part`);
  return (await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(db)).rows;
}
