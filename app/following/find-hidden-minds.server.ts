import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { findMutedDeeds } from "./muted-posts.server.ts";
import { readMutes } from "./read-mutes.server.ts";

/** Of records of changed minds those that a reader does not wish to see: by whose mind it was, who changed it, where that post stands, and the words of both. */
export async function findHiddenMinds(
  db: Db,
  personId: number,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const minds = await mindsOf.all(db, { ids });
  return findMutedDeeds(
    db,
    await readMutes(db, personId),
    minds.map(({ id, post_id: postId, person_id, author_id, view_before, view_now }) => ({
      ...{ id, postId, people: [person_id, author_id], text: `${view_before}\n${view_now}` },
    })),
  );
}

const mindsOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("changed_mind")
    .select(["id", "post_id", "person_id", "author_id", "view_before", "view_now"])
    .where(isAmong(db, sql.ref("id"), value("ids"))),
);
