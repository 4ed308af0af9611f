import type { Trx } from "#db/open.server.ts";
import type { Person } from "./permissions.ts";
import { allow, type Reason } from "./refusals.ts";

/** Asks a permission again inside the transaction, with the role and level of this moment: somebody may have taken them away since the request began, or suspended whoever holds them. Answers the person as they are now. */
export async function stillMay(
  trx: Trx,
  person: Person,
  may: (person: Person | null) => Reason,
): Promise<Person> {
  const row = await trx
    .selectFrom("person")
    .select(["role", "level", "suspended_until"])
    .where("id", "=", person.id)
    .executeTakeFirst();
  if (!row) {
    allow(may(null));
    return person;
  }
  const isSuspendedSince =
    row.suspended_until !== null && row.suspended_until !== (person.suspendedUntil ?? null);
  const standing = isSuspendedSince ? { role: "member" as const, level: 0 } : row;
  const asking = { ...person, role: standing.role, level: standing.level };
  allow(may(asking));
  return asking;
}
