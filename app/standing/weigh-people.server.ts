/** Who is weighed when: newcomers who were here lately every ten minutes, everybody else once a day, in small batches. */
import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/open.server.ts";
import { type Weighable, weighStanding } from "./weigh-standing.server.ts";

const DAY = 86_400;
/** Seconds for which somebody who was here counts as here lately; a session tells it to the hour. */
const LATELY = 2 * 3600;
/** Seconds after which a newcomer is weighed again. */
const AGAIN = 540;
/** People weighed in one go. */
const BATCH = 200;

/** Weighs newcomers who were here lately and may rise, and whoever was here and was never weighed; answers how many. */
export async function weighNewcomers(db: Db, now: number): Promise<number> {
  const people = await db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .leftJoin("standing", "standing.person_id", "person.id")
    .select(["person.id", "person.level", "person.joined_at as joinedAt"])
    .select(["standing.weighed_at as weighedAt", "standing.below_since as belowSince"])
    .distinct()
    .where((eb) =>
      eb.or([
        eb("session.seen_at", ">=", now - LATELY),
        eb("session.began_at", ">=", now - LATELY),
      ]),
    )
    .where("standing.set_by_id", "is", null)
    .where((eb) =>
      eb.or([
        eb("standing.weighed_at", "is", null),
        eb.and([eb("person.level", "=", 0), eb("standing.weighed_at", "<=", now - AGAIN)]),
      ]),
    )
    .where((eb) => eb.or([eb("person.level", ">", 0), eb("person.joined_at", "<=", now - 7 * DAY)]))
    .select((eb) => eb.fn.coalesce("standing.weighed_at", eb.lit(0)).as("lastAt"))
    // Who has waited longest comes first, so that everybody's turn comes.
    .orderBy("lastAt")
    .orderBy("person.id")
    .limit(BATCH)
    .execute();
  return weighAll(db, people, now);
}

/** Weighs those whose last time is a day ago; answers how many. */
export async function weighDue(db: Db, now: number): Promise<number> {
  const people = await db
    .selectFrom("standing")
    .innerJoin("person", "person.id", "standing.person_id")
    .select(["person.id", "person.level", "person.joined_at as joinedAt"])
    .select("standing.below_since as belowSince")
    .where("standing.weighed_at", "<=", now - DAY)
    .orderBy("standing.weighed_at")
    .orderBy("standing.person_id")
    .limit(BATCH)
    .execute();
  return weighAll(db, people, now);
}

/** One after another, so that others are answered between. */
async function weighAll(db: Db, people: Weighable[], now: number): Promise<number> {
  for (const person of people) {
    await weighStanding(db, person, now);
    await setImmediate();
  }
  return people.length;
}
