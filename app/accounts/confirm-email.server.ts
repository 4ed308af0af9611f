import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { forgetDevices } from "./device.server.ts";
import { emailKey } from "./email.ts";
import {
  dropLetterTokens,
  type FoundToken,
  findLetterToken,
  useLetterToken,
} from "./letter-token.server.ts";
import { endAllSessions } from "./session.server.ts";

/** Does what a link about an address is for, once: confirms it, or gives it back to somebody whose account has another. Answers which; refuses a link that is worth nothing any more. */
export async function confirmEmail(
  db: Db,
  token: string,
  now: number,
): Promise<FoundToken["purpose"]> {
  return write(db, async (trx) => {
    const found = await findLetterToken(trx, token, ["confirm", "undo"], now);
    await useLetterToken(trx, found, now);
    if (found.purpose === "undo") await leaveOthersOutside(trx, found.personId);
    await trx
      .updateTable("person")
      .set({
        email: found.email,
        email_key: await ownKey(trx, found),
        email_confirmed_at: now,
        email_bounces: 0,
      })
      .where("id", "=", found.personId)
      .execute();
    return found.purpose;
  });
}

/** Somebody else may have been in: no browser stays, and no link. */
async function leaveOthersOutside(trx: Trx, personId: number) {
  await dropLetterTokens(trx, personId, ["confirm", "reset", "undo"]);
  await endAllSessions(trx, personId);
  await forgetDevices(trx, personId);
}

/** Who shows that the mailbox is theirs is found by it; others who only said so are not. Of two who showed it, the first is. */
async function ownKey(trx: Trx, { personId, email }: FoundToken): Promise<string | null> {
  const key = emailKey(email);
  const other = await trx
    .selectFrom("person")
    .select(["id", "email_confirmed_at"])
    .where("email_key", "=", key)
    .where("id", "!=", personId)
    .executeTakeFirst();
  if (!other) return key;
  if (other.email_confirmed_at !== null) return null;
  await trx.updateTable("person").set({ email_key: null }).where("id", "=", other.id).execute();
  return key;
}
