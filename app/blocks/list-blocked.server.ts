import type { Db } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";

/** People who are named; the others are counted. */
export const MOST_BLOCKED = 100;

/** Whom a person blocks, the latest first, for their eyes alone. */
export async function listBlocked(
  db: Db,
  person: Person,
): Promise<{ names: string[]; others: number }> {
  const blocks = db.selectFrom("block").where("person_id", "=", person.id);
  const rows = await blocks
    .innerJoin("person", "person.id", "block.blocked_id")
    .select("person.name")
    .orderBy("block.blocked_at", "desc")
    .orderBy("block.blocked_id", "desc")
    .limit(MOST_BLOCKED)
    .execute();
  const { count } = await blocks
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return { names: rows.map(({ name }) => name), others: Number(count) - rows.length };
}
