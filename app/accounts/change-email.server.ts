import { postLetter } from "#app/mail/send.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { EmailDraft } from "./account.ts";
import { movedLetter } from "./account-letters.ts";
import { checkPassword, stillPassword } from "./check-password.server.ts";
import { freeEmailKey } from "./free-email-key.server.ts";
import { dropLetterTokens, makeLetterToken } from "./letter-token.server.ts";
import { mayPostConfirmation, postConfirmation } from "./post-confirmation.server.ts";
import { hashToken } from "./token.server.ts";

interface Setting {
  /** Epoch seconds. */
  now: number;
  scale: number;
  /** The forum's own; without it no letters go out. */
  origin?: string;
}

/** Keeps another e-mail address for a person, or none. A link goes there that confirms it, and word to the one from before, if that was confirmed. Whether somebody else has it is not told. */
export async function changeEmail(
  db: Db,
  person: Person,
  draft: EmailDraft,
  setting: Setting,
): Promise<void> {
  const present = await checkPassword(db, person.id, draft.present, setting);
  const { origin, now } = setting;
  const mayPost = origin && (await mayPostConfirmation(db, draft.email, setting));
  await write(db, async (trx) => {
    await stillPassword(trx, person.id, present);
    const before = await trx
      .selectFrom("person")
      .select(["email", "email_confirmed_at"])
      .where("id", "=", person.id)
      .executeTakeFirstOrThrow();
    if (before.email === draft.email) return;
    await keepEmail(trx, person, draft.email);
    if (origin && before.email && before.email_confirmed_at !== null) {
      await tellAddressBefore(trx, person, before.email, { origin, now });
    }
    if (mayPost && draft.email) {
      await postConfirmation(trx, { ...person, email: draft.email }, { origin, now });
    }
  });
}

async function keepEmail(trx: Trx, person: Person, email: string | null) {
  await dropLetterTokens(trx, person.id, ["confirm", "reset"]);
  await trx
    .updateTable("person")
    .set({
      ...{ email, email_confirmed_at: null, email_bounces: 0 },
      email_key: await freeEmailKey(trx, email, person.id),
    })
    .where("id", "=", person.id)
    .execute();
}

/** Whoever owns the account can take the change back, should it not have been theirs. */
async function tellAddressBefore(
  trx: Trx,
  { id, name }: Person,
  email: string,
  { origin, now }: { origin: string; now: number },
) {
  const token = await makeLetterToken(trx, { purpose: "undo", personId: id, email }, now);
  const letter = movedLetter({ name, origin, token });
  const key = `moved:${hashToken(token)}`;
  await postLetter(trx, { key, kind: "moved", personId: id, address: email, ...letter, now });
}
