/** The queue of events to be delivered. Each is taken by a lease and not by a lock held while its consequences run: so those may take their time outside of every transaction, on both engines, and what a dying process had taken is free again when the lease ends. */
import { type Expression, sql } from "kysely";
import { isAmong, skipLocked } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { writeOne } from "#db/write.server.ts";

/** Events that are taken together: few, for all of them should be done within the lease. */
const BATCH = 10;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Seconds after which an event that was taken is due again, should its consequences not have followed: after the first attempt, the second, and so on; at last each day. The first is the lease of what never failed. */
export const PAUSES = [30, 2 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR] as const;

export interface Taken {
  /** The event's. */
  id: number;
  /** How often it was taken: tells this attempt from one that somebody began after the lease. */
  attempts: number;
}

/** Takes a few events that are due, those never tried first, and none that another process is about to take. One statement, which says at once when they are due again, since who takes them may die. */
export async function takeDeliveries(db: Db, now: number): Promise<Taken[]> {
  // Without this look a queue that is empty would cost a write.
  if (!(await anyDue.first(db, { now }))) return [];
  const taken = await writeOne(db, (handle) => takeDue.all(handle, { now }));
  return taken.sort((one, other) => one.id - other.id);
}

const takeDue = prepared((db, value: ValueOf<{ now: number }>) =>
  (db as Db)
    .with(
      (named) => named("due").materialized(),
      () => skipLocked(db, findDue(db, value("now")).limit(BATCH)),
    )
    .updateTable("delivery")
    .set((eb) => ({ attempts: eb("attempts", "+", 1), next_at: dueAgain(value("now")) }))
    .where("event_id", "in", (eb) => eb.selectFrom("due").select("due.event_id"))
    .returning(["event_id as id", "attempts"]),
);

const findDue = (db: Db | Trx, now: Expression<number>) =>
  db
    .selectFrom("delivery")
    .select("event_id")
    .where("next_at", "<=", now)
    .orderBy("next_at")
    .orderBy("event_id");

const anyDue = prepared((db, value: ValueOf<{ now: number }>) =>
  findDue(db, value("now")).limit(1),
);

function dueAgain(now: Expression<number>) {
  const cases = PAUSES.map((pause, before) => sql`when ${sql.lit(before)} then ${sql.lit(pause)}`);
  const last = sql.lit(PAUSES.at(-1)!);
  return sql<number>`cast(${now} as bigint) + case attempts ${sql.join(cases, sql` `)} else ${last} end`;
}

/** Forgets what was delivered. */
export async function dropDeliveries(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await writeOne(db, (handle) => drop.all(handle, { ids }));
}

const drop = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db.deleteFrom("delivery").where(isAmong(db, sql.ref("event_id"), value("ids"))),
);

/** Keeps what went wrong with an attempt, unless a later one has begun. */
export async function keepFailure(db: Db, { id, attempts }: Taken, failure: string): Promise<void> {
  await writeOne(db, (handle) =>
    handle
      .updateTable("delivery")
      .set({ failure })
      .where("event_id", "=", id)
      .where("attempts", "=", attempts)
      .execute(),
  );
}
