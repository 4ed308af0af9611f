import type { Person } from "#app/permissions.ts";
import { Refusal } from "#app/refusals.ts";
import type { Trx } from "#db/open.server.ts";

/** Asks again inside the transaction: somebody may have taken the role away since the request began. */
export async function stillAdministers(trx: Trx, person: Person): Promise<void> {
  const row = await trx
    .selectFrom("person")
    .select("role")
    .where("id", "=", person.id)
    .executeTakeFirst();
  if (row?.role !== "administrator") throw new Refusal(403, { key: "refused.administrators-only" });
}
