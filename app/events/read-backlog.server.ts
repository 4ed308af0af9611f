import type { Db } from "#db/open.server.ts";

export interface Backlog {
  /** Events whose consequences have not all followed. */
  waiting: number;
  /** Those among them that failed the last time. */
  failing: number;
  /** Seconds since the oldest of them happened; 0 when none waits. */
  seconds: number;
}

/** How far behind the delivery of events is. */
export async function readBacklog(db: Db, now: number): Promise<Backlog> {
  const { waiting, failing, oldest } = await db
    .selectFrom("delivery")
    .innerJoin("event", "event.id", "delivery.event_id")
    .select((eb) => [
      eb.fn.countAll<number>().as("waiting"),
      eb.fn.count<number>("delivery.failure").as("failing"),
      eb.fn.min<number | null>("event.at").as("oldest"),
    ])
    .executeTakeFirstOrThrow();
  return { waiting, failing, seconds: oldest === null ? 0 : Math.max(0, now - oldest) };
}
