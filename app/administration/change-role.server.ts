import { recordEvent } from "#app/events/record.server.ts";
import { mayAdminister, type Person } from "#app/permissions.ts";
import { allow, Refusal, WrongForm } from "#app/refusals.ts";
import type { Db, Trx } from "#db/open.server.ts";
import type { Role } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import { weighReason } from "../events/reason.ts";
import { tell } from "../notices/tell.server.ts";
import { stillMay } from "../still-may.server.ts";

/** Gives a person a role, with the event and its reason, or nothing. It counts from that person's next request on. The last administrator cannot step down. */
export async function changeRole(
  db: Db,
  administrator: Person,
  personId: number,
  role: Role,
  reason: string,
  now: number,
): Promise<void> {
  allow(mayAdminister(administrator));
  const wrong = weighReason(reason);
  if (wrong) throw new WrongForm({ reason: wrong });

  await write(db, async (trx) => {
    await stillMay(trx, administrator, mayAdminister);
    const before = await findRole(trx, personId);
    if (before === role) return;
    if (before === "administrator" && !(await hasAnotherAdministrator(trx, personId))) {
      throw new Refusal(409, { key: "accounts.role.last-administrator" });
    }
    await trx.updateTable("person").set({ role }).where("id", "=", personId).execute();
    await recordEvent(trx, {
      kind: "role-changed",
      at: now,
      personId: administrator.id,
      aboutId: personId,
      reason,
      details: { before, after: role },
    });
    await tell(trx, {
      ...{ personId, kind: "role", subject: "role", fromId: administrator.id, now },
      details: { after: role, reason: reason.trim() },
    });
  });
}

async function findRole(trx: Trx, personId: number): Promise<Role> {
  const person = await trx
    .selectFrom("person")
    .select("role")
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) throw new Refusal(404, { key: "refused.not-found" });
  return person.role;
}

async function hasAnotherAdministrator(trx: Trx, personId: number): Promise<boolean> {
  const other = await trx
    .selectFrom("person")
    .select("id")
    .where("role", "=", "administrator")
    .where("id", "!=", personId)
    .executeTakeFirst();
  return other !== undefined;
}
