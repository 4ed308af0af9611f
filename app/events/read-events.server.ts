import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { EventKind, Recorded } from "./event.ts";

/** The events with these ids, the oldest first, as they were recorded. */
export async function readEvents(db: Db, ids: readonly number[]): Promise<Recorded[]> {
  if (ids.length === 0) return [];
  const rows = await named.all(db, { ids });
  return rows.map(({ details, ...row }) => {
    const kept = Object.entries(row).filter(([, value]) => value !== null);
    const { id, at } = row;
    return {
      ...Object.fromEntries(kept),
      ...{ id, at, kind: row.kind as EventKind },
      ...(details === null ? {} : { details: JSON.parse(details) }),
    };
  });
}

const named = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("event")
    .select(["id", "kind", "at", "reason", "details"])
    .select(["person_id as personId", "thread_id as threadId", "post_id as postId"])
    .select(["topic_id as topicId", "about_id as aboutId"])
    .where(isAmong(db, sql.ref("id"), value("ids")))
    .orderBy("id"),
);
