import type { Db } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";

/** Somebody as their block is asked for, by id; throws Refusal 404. */
export async function findBlockable(db: Db, person: Person, otherId: number) {
  const other = await db
    .selectFrom("person")
    .leftJoin("block", (join) =>
      join.onRef("block.blocked_id", "=", "person.id").on("block.person_id", "=", person.id),
    )
    .select(["person.id", "person.name", "person.imported_from", "block.blocked_at"])
    .where("person.id", "=", otherId)
    .executeTakeFirst();
  if (!other) throw new Refusal(404, { key: "accounts.person.not-found" });
  const { id, name } = other;
  const isBlocked = other.blocked_at !== null;
  return { id, name, isBlocked, isImported: other.imported_from !== null };
}
