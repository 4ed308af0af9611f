import { spend } from "#app/limits/spend.server.ts";
import { postLetter } from "#app/mail/send.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { EmailDraft } from "./account.ts";
import { movedLetter } from "./account-letters.ts";
import { checkPassword, stillPassword } from "./check-password.server.ts";
import { giveEmailBack } from "./confirm-email.server.ts";
import { emailKey } from "./email.ts";
import { freeEmailKey } from "./free-email-key.server.ts";
import { dropLetterTokens, findAddressBack, makeLetterToken } from "./letter-token.server.ts";
import { mayPostConfirmation, postConfirmation } from "./post-confirmation.server.ts";
import { hashToken } from "./token.server.ts";

interface Setting {
  /** Epoch seconds. */
  now: number;
  scale: number;
  /** The forum's own; without it no letters go out. */
  origin?: string;
}

/** Keeps another e-mail address for a person, or none. A link goes there that confirms it, and word to the one from before, if that was confirmed. Whoever types an address again that a link would put back has it back as by that link. Whether somebody else has it is not told. */
export async function changeEmail(
  db: Db,
  person: Person,
  draft: EmailDraft,
  setting: Setting,
): Promise<void> {
  const present = await checkPassword(db, person.id, draft.present, setting);
  const { origin, now, scale } = setting;
  const { email } = draft;
  await write(db, async (trx) => {
    await stillPassword(trx, person.id, present);
    const before = await readConfirmed(trx, person.id);
    if (before.email === email) return;
    const back = await findAddressBack(trx, person.id, now);
    if (email && back && emailKey(back) === emailKey(email)) {
      return giveEmailBack(trx, { personId: person.id, email: back }, now);
    }
    await keepEmail(trx, person, email);
    if (!origin || !(email || before.confirmed)) return;
    await spend(trx, "confirm.person", person.id, now, scale);
    if (before.confirmed) {
      const about = { ...person, email: before.confirmed, hasUndo: back === null };
      await tellAddressBefore(trx, about, { origin, now });
    }
    if (email && (await mayPostConfirmation(trx, email, setting))) {
      await postConfirmation(trx, { ...person, email }, { origin, now });
    }
  });
}

async function readConfirmed(trx: Trx, personId: number) {
  const { email, email_confirmed_at } = await trx
    .selectFrom("person")
    .select(["email", "email_confirmed_at"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  return { email, confirmed: email_confirmed_at === null ? null : email };
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

/** Whoever owns the account can take the change back, should it not have been theirs. Where an address of earlier days can be put back, only that can: of two who say that an account is theirs, the first did not come in by the other's password. */
async function tellAddressBefore(
  trx: Trx,
  { id, name, email, hasUndo }: { id: number; name: string; email: string; hasUndo: boolean },
  { origin, now }: { origin: string; now: number },
) {
  const undo = { purpose: "undo", personId: id, email } as const;
  const token = hasUndo ? await makeLetterToken(trx, undo, now) : null;
  const letter = movedLetter({ name, origin, token });
  const key = `moved:${token ? hashToken(token) : `${id}:${now}`}`;
  await postLetter(trx, { key, kind: "moved", personId: id, address: email, ...letter, now });
}
