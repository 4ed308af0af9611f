import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { EmailDraft } from "./account.ts";
import { checkPassword, stillPassword } from "./check-password.server.ts";
import { freeEmailKey } from "./free-email-key.server.ts";

/** Keeps another e-mail address for a person, or none. Whether somebody else has it is not told. */
export async function changeEmail(
  db: Db,
  person: Person,
  draft: EmailDraft,
  setting: { now: number; scale: number },
): Promise<void> {
  const present = await checkPassword(db, person.id, draft.present, setting);
  await write(db, async (trx) => {
    await stillPassword(trx, person.id, present);
    await trx
      .updateTable("person")
      .set({ email: draft.email, email_key: await freeEmailKey(trx, draft.email, person.id) })
      .where("id", "=", person.id)
      .execute();
  });
}
