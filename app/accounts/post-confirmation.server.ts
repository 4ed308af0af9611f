import { spend } from "#app/limits/spend.server.ts";
import { postLetter } from "#app/mail/send.server.ts";
import type { Person } from "#app/permissions.ts";
import { Refusal } from "#app/refusals.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { confirmLetter } from "./account-letters.ts";
import { mailboxOf } from "./email.ts";
import { dropLetterTokens, makeLetterToken } from "./letter-token.server.ts";
import { hashToken } from "./token.server.ts";

interface Addressee {
  id: number;
  name: string;
  email: string;
}

/** Sends the link that confirms a person's address; of several only the last works. */
export async function postConfirmation(
  trx: Trx,
  { id, name, email }: Addressee,
  { origin, now }: { origin: string; now: number },
): Promise<void> {
  await dropLetterTokens(trx, id, ["confirm"]);
  const token = await makeLetterToken(trx, { purpose: "confirm", personId: id, email }, now);
  const letter = confirmLetter({ name, origin, token });
  const key = `confirm:${hashToken(token)}`;
  await postLetter(trx, { key, kind: "confirm", personId: id, address: email, ...letter, now });
}

/** Whether an address may be sent another link: nobody fills another's mailbox by it. Whoever asked is not told, as others may have asked before. */
export async function mayPostConfirmation(
  db: Db | Trx,
  email: string | null,
  { now, scale }: { now: number; scale: number },
): Promise<boolean> {
  if (!email) return false;
  try {
    await spend(db, "confirm.email", mailboxOf(email), now, scale);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.status === 429) return false;
    throw error;
  }
}

/** Sends the link again to a person whose address waits to be confirmed; refuses where none does, or where they asked too often. */
export async function postConfirmationAgain(
  db: Db,
  person: Person,
  setting: { origin: string; now: number; scale: number },
): Promise<void> {
  const found = await db
    .selectFrom("person")
    .select(["email", "email_confirmed_at", "email_bounces"])
    .where("id", "=", person.id)
    .executeTakeFirstOrThrow();
  const { email } = found;
  const isWaiting = found.email_confirmed_at === null || found.email_bounces > 0;
  if (!email || !isWaiting) throw new Refusal(409, { key: "letters.email.nothing" });
  await spend(db, "confirm.person", person.id, setting.now, setting.scale);
  if (!(await mayPostConfirmation(db, email, setting))) return;
  await write(db, (trx) =>
    postConfirmation(trx, { id: person.id, name: person.name, email }, setting),
  );
}
