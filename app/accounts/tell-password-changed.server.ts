import { postLetter } from "#app/mail/send.server.ts";
import type { Trx } from "#db/open.server.ts";
import { passwordLetter } from "./account-letters.ts";

/** Tells a person's address, where they confirmed it, that the password is another; in the transaction that changes it. `now` in epoch seconds. */
export async function tellPasswordChanged(
  trx: Trx,
  personId: number,
  { origin, now }: { origin: string; now: number },
): Promise<void> {
  const { name, email, email_confirmed_at } = await trx
    .selectFrom("person")
    .select(["name", "email", "email_confirmed_at"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  if (!email || email_confirmed_at === null) return;
  const letter = passwordLetter({ name, origin });
  const key = `password:${personId}:${now}`;
  await postLetter(trx, { key, kind: "password", personId, address: email, ...letter, now });
}
