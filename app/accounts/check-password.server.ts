import { refund, spend } from "#app/limits/spend.server.ts";
import { WrongForm } from "#app/refusals.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { verifyPassword } from "./hash-password.server.ts";

/** Goes on when this is the present password of somebody signed in; otherwise says so beside the field `present-password`. Slowed, so that a borrowed browser cannot guess. Answers the hash, by which the deed asks again as it writes. */
export async function checkPassword(
  db: Db,
  personId: number,
  password: string,
  { now, scale }: { now: number; scale: number },
): Promise<string> {
  await spend(db, "password.person", personId, now, scale);
  const kept = await db
    .selectFrom("password")
    .select("hash")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!(await verifyPassword(kept?.hash ?? null, password)) || !kept) throw wrongPassword();
  await refund(db, "password.person", personId, now, scale);
  return kept.hash;
}

const wrongPassword = () =>
  new WrongForm({ "present-password": { key: "accounts.password.present-wrong" } });

/** Refuses as `checkPassword` does where the password was changed since. */
export async function stillPassword(trx: Trx, personId: number, hash: string): Promise<void> {
  if (!(await isPassword(trx, personId, hash))) throw wrongPassword();
}

/** Whether this is the hash of a person's password at this moment. */
export async function isPassword(trx: Trx, personId: number, hash: string): Promise<boolean> {
  const kept = await trx
    .selectFrom("password")
    .select("hash")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return kept?.hash === hash;
}
