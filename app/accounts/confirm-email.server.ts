import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { emailKey } from "./email.ts";
import { nobodysHash } from "./hash-password.server.ts";
import {
  dropLetterTokens,
  type FoundToken,
  findLetterToken,
  makeLetterToken,
  useLetterToken,
} from "./letter-token.server.ts";
import { shutOut } from "./shut-out.server.ts";

type Owned = Pick<FoundToken, "personId" | "email">;

/** Does what a link about an address is for, once: confirms it, or gives it back to somebody whose account has another. Who was given it back sets another password by the token that this answers, else null; the one that somebody else may know opens nothing any more. Refuses a link that is worth nothing any more. */
export async function confirmEmail(db: Db, token: string, now: number): Promise<string | null> {
  return write(db, async (trx) => {
    const found = await findLetterToken(trx, token, ["confirm", "undo"], now);
    await useLetterToken(trx, found, now);
    if (found.purpose === "confirm") {
      await ownEmail(trx, found, now);
      return null;
    }
    await giveEmailBack(trx, found, now);
    await shutOut(trx, found.personId);
    await trx
      .updateTable("password")
      .set({ hash: nobodysHash, set_at: now })
      .where("person_id", "=", found.personId)
      .execute();
    const { personId, email } = found;
    return makeLetterToken(trx, { purpose: "reset", personId, email }, now);
  });
}

/** Puts an address back to which a link went that does so; then no link works that went to another. */
export async function giveEmailBack(trx: Trx, owned: Owned, now: number): Promise<void> {
  await dropLetterTokens(trx, owned.personId, ["confirm", "reset", "undo"]);
  await ownEmail(trx, owned, now);
}

async function ownEmail(trx: Trx, owned: Owned, now: number) {
  await trx
    .updateTable("person")
    .set({
      email: owned.email,
      email_key: await ownKey(trx, owned),
      email_confirmed_at: now,
      email_bounces: 0,
    })
    .where("id", "=", owned.personId)
    .execute();
}

/** Who shows that the mailbox is theirs is found by it; others who only said so are not. Of two who showed it, the first is. */
async function ownKey(trx: Trx, { personId, email }: Owned): Promise<string | null> {
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
