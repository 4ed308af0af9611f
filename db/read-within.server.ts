import { sql } from "kysely";
import { codeOf } from "./dialect.server.ts";
import type { Db, Trx } from "./open.server.ts";

/** What PostgreSQL answers to each query of a read within some milliseconds; null where one takes longer. */
export async function readWithin<Answer>(
  db: Db,
  milliseconds: number,
  read: (trx: Trx) => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await db
      .transaction()
      .setAccessMode("read only")
      .execute(async (trx) => {
        await sql`set local statement_timeout = ${sql.lit(milliseconds)}`.execute(trx);
        return read(trx);
      });
  } catch (error) {
    if (codeOf(error) === "57014") return null;
    throw error;
  }
}
