import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { findMutedDeeds } from "./muted-posts.server.ts";
import { readMutes } from "./read-mutes.server.ts";

/** Of lines that were sent to an author those that the author does not wish to see: by who sent them, where the post stands, and their words. */
export async function findHiddenLines(
  db: Db,
  personId: number,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const lines = await linesOf.all(db, { ids });
  return findMutedDeeds(
    db,
    await readMutes(db, personId),
    lines.map(({ id, post_id: postId, person_id, line: text }) => ({
      ...{ id, postId, people: [person_id], text },
    })),
  );
}

const linesOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("exemplary")
    .select(["id", "post_id", "person_id", "line"])
    .where(isAmong(db, sql.ref("id"), value("ids"))),
);
