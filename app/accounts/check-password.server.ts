import { refund, spend } from "#app/limits/spend.server.ts";
import { WrongForm } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { verifyPassword } from "./hash-password.server.ts";

/** Goes on when this is the present password of somebody signed in; otherwise says so beside the field `present-password`. Slowed, so that a borrowed browser cannot guess. */
export async function checkPassword(
  db: Db,
  personId: number,
  password: string,
  { now, scale }: { now: number; scale: number },
): Promise<void> {
  await spend(db, "password.person", personId, now, scale);
  const kept = await db
    .selectFrom("password")
    .select("hash")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!(await verifyPassword(kept?.hash ?? null, password))) {
    throw new WrongForm({ "present-password": { key: "accounts.password.present-wrong" } });
  }
  await refund(db, "password.person", personId, now, scale);
}
