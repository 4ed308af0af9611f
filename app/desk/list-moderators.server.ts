import type { Db } from "#db/open.server.ts";
import type { Role } from "#db/schema.ts";

/** What somebody in office did lately. */
export interface ModeratorLine {
  id: number;
  name: string;
  role: Role;
  acts: number;
  /** Decisions on flags, and how many of them were undone or overturned. */
  decisions: number;
  reversed: number;
  latestAt: number | null;
}

const MOST = 200;

/** Everybody in office, with what they did since a time in epoch seconds. */
export async function listModerators(db: Db, since: number): Promise<ModeratorLine[]> {
  const people = await db
    .selectFrom("person")
    .select(["id", "name", "role"])
    .where("role", "in", ["moderator", "administrator"])
    .orderBy("name_key")
    .limit(MOST)
    .execute();
  if (people.length === 0) return [];
  const counts = await db
    .selectFrom("action")
    .select(["by_id", "is_decision", (eb) => eb.fn.countAll<number>().as("count")])
    .select((eb) => [eb.fn.count<number>("undone_at").as("reversed"), eb.fn.max("at").as("latest")])
    .where(
      "by_id",
      "in",
      people.map(({ id }) => id),
    )
    .where("at", ">=", since)
    .groupBy(["by_id", "is_decision"])
    .execute();
  return people.map((person) => {
    const own = counts.filter(({ by_id }) => by_id === person.id);
    const decided = own.find(({ is_decision }) => is_decision === 1);
    return {
      ...person,
      acts: own.reduce((sum, { count }) => sum + count, 0),
      ...{ decisions: decided?.count ?? 0, reversed: decided?.reversed ?? 0 },
      latestAt: own.length > 0 ? Math.max(...own.map(({ latest }) => latest)) : null,
    };
  });
}
