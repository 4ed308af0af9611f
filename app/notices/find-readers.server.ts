import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

interface Asked {
  threadId: number;
  postId: number;
  personIds: readonly number[];
}

/** Which of these people opened a thread when a post stood in it. */
export async function findReaders(db: Db, asked: Asked): Promise<Set<number>> {
  if (asked.personIds.length === 0) return new Set();
  return new Set((await visits.all(db, asked)).map(({ person_id }) => person_id));
}

const visits = prepared((db, value: ValueOf<Asked>) =>
  db
    .selectFrom("thread_visit")
    .select("person_id")
    .where(isAmong(db, sql.ref("person_id"), value("personIds")))
    .where("thread_id", "=", value("threadId"))
    .where("latest_id", ">=", value("postId")),
);
