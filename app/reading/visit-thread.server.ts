import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { writeInPassing } from "#db/write.server.ts";
import type { Person } from "../permissions.ts";
import { openThread, type ThreadVisit } from "./visit.ts";

/** Somebody opens a thread whose page was made when `latestId` was its last post: what they had seen of it when their last visit ended, or null on their first. Where nothing can be written, nothing is. */
export async function visitThread(
  db: Db,
  person: Person,
  { threadId, latestId }: { threadId: number; latestId: number },
  now: number,
): Promise<ThreadVisit | null> {
  const before = (await findVisit.first(db, { personId: person.id, threadId })) ?? null;
  const visit = openThread(before, { latestId, now });
  if (visit !== before) await writeInPassing(db, () => keep(db, person.id, threadId, visit));
  return before && visit;
}

const latestOf = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("post")
    .select((eb) => eb.fn.max<number | null>("id").as("latest"))
    .where("thread_id", "=", value("threadId")),
);

/** The last post of a thread; null where there is none. Who reads the thread's posts after it has them all up to there. */
export const findLatest = async (db: Db, threadId: number): Promise<number | null> =>
  (await latestOf.first(db, { threadId }))?.latest ?? null;

const findVisit = prepared((db, value: ValueOf<{ personId: number; threadId: number }>) =>
  db
    .selectFrom("thread_visit")
    .select(["seen_id as seenId", "seen_at as seenAt"])
    .select(["latest_id as latestId", "visited_at as visitedAt"])
    .where("person_id", "=", value("personId"))
    .where("thread_id", "=", value("threadId")),
);

/** Of two pages opened at once the one that has more counts. */
function keep(db: Db, personId: number, threadId: number, visit: ThreadVisit) {
  const columns = {
    seen_id: visit.seenId,
    seen_at: visit.seenAt,
    latest_id: visit.latestId,
    visited_at: visit.visitedAt,
  };
  return db
    .insertInto("thread_visit")
    .values({ person_id: personId, thread_id: threadId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(["person_id", "thread_id"])
        .doUpdateSet(columns)
        .where("thread_visit.latest_id", "<=", visit.latestId),
    )
    .execute();
}
