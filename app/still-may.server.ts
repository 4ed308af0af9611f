import type { Trx } from "#db/open.server.ts";
import type { Person } from "./permissions.ts";
import { allow, type Reason } from "./refusals.ts";

/** Asks a permission again inside the transaction, with the role of this moment: somebody may have taken it away since the request began. */
export async function stillMay(
  trx: Trx,
  person: Person,
  may: (person: Person | null) => Reason,
): Promise<void> {
  const row = await trx
    .selectFrom("person")
    .select("role")
    .where("id", "=", person.id)
    .executeTakeFirst();
  allow(may(row ? { ...person, role: row.role } : null));
}
