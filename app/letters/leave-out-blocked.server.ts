import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

/** Leaves out posts of people whom their reader blocks: no letter comes of them. */
export async function leaveOutBlocked<Row extends { author_id: number }>(
  db: Db,
  personId: number,
  posts: readonly Row[],
): Promise<Row[]> {
  if (posts.length === 0) return [];
  const authors = [...new Set(posts.map(({ author_id }) => author_id))];
  const rows = await blocked.all(db, { personId, authors });
  const ids = new Set(rows.map(({ blocked_id }) => blocked_id));
  return posts.filter(({ author_id }) => !ids.has(author_id));
}

const blocked = prepared((db, value: ValueOf<{ personId: number; authors: readonly number[] }>) =>
  db
    .selectFrom("block")
    .select("blocked_id")
    .where("person_id", "=", value("personId"))
    .where(isAmong(db, sql.ref("blocked_id"), value("authors"))),
);
