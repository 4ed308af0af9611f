import type { Trx } from "#db/open.server.ts";
import { emailKey } from "./email.ts";

/** The key of an address that nobody else has; null when somebody does, which the person who typed it is not told. */
export async function freeEmailKey(
  trx: Trx,
  email: string | null,
  personId = 0,
): Promise<string | null> {
  if (!email) return null;
  const key = emailKey(email);
  const other = await trx
    .selectFrom("person")
    .select("id")
    .where("email_key", "=", key)
    .where("id", "!=", personId)
    .executeTakeFirst();
  return other ? null : key;
}
