import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

/** Which of these people block the author of what is told. */
export async function readBlocks(
  db: Db,
  authorId: number,
  personIds: readonly number[],
): Promise<Set<number>> {
  if (personIds.length === 0) return new Set();
  const rows = await blocks.all(db, { authorId, personIds });
  return new Set(rows.map(({ person_id }) => person_id));
}

const blocks = prepared((db, value: ValueOf<{ authorId: number; personIds: readonly number[] }>) =>
  db
    .selectFrom("block")
    .select("person_id")
    .where("blocked_id", "=", value("authorId"))
    .where(isAmong(db, sql.ref("person_id"), value("personIds"))),
);
