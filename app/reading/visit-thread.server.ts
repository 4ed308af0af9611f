import type { Db } from "#db/open.server.ts";
import { writeInPassing } from "#db/write.server.ts";
import type { Person } from "../permissions.ts";
import { openThread, type ThreadVisit } from "./visit.ts";

/** Somebody opens a thread: what they had seen of it when their last visit ended, or null on their first. Where nothing can be written, nothing is. */
export async function visitThread(
  db: Db,
  person: Person,
  threadId: number,
  now: number,
): Promise<ThreadVisit | null> {
  const latestId = await findLatest(db, threadId);
  if (latestId === null) return null;
  const before = await findVisit(db, person.id, threadId);
  const visit = openThread(before, { latestId, now });
  if (visit !== before) await writeInPassing(db, () => keep(db, person.id, threadId, visit));
  return before && visit;
}

async function findLatest(db: Db, threadId: number): Promise<number | null> {
  const { latest } = await db
    .selectFrom("post")
    .select((eb) => eb.fn.max<number | null>("id").as("latest"))
    .where("thread_id", "=", threadId)
    .executeTakeFirstOrThrow();
  return latest;
}

async function findVisit(db: Db, personId: number, threadId: number): Promise<ThreadVisit | null> {
  const row = await db
    .selectFrom("thread_visit")
    .select(["seen_id as seenId", "seen_at as seenAt"])
    .select(["latest_id as latestId", "visited_at as visitedAt"])
    .where("person_id", "=", personId)
    .where("thread_id", "=", threadId)
    .executeTakeFirst();
  return row ?? null;
}

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
