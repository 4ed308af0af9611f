import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { PasswordDraft } from "./account.ts";
import { checkPassword, stillPassword } from "./check-password.server.ts";
import { forgetDevices } from "./device.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { dropLetterTokens } from "./letter-token.server.ts";
import { beginSession, endAllSessions } from "./session.server.ts";
import { tellPasswordChanged } from "./tell-password-changed.server.ts";

/** Sets a new password, signs the person out everywhere, lets no link work that sets another, and answers a new session for the browser that asked. With the forum's `origin`, a letter tells of it. */
export async function changePassword(
  db: Db,
  person: Person,
  draft: PasswordDraft,
  setting: { now: number; scale: number; origin?: string; browser?: string | null },
): Promise<{ token: string; expiresAt: number }> {
  const present = await checkPassword(db, person.id, draft.present, setting);
  const hash = await hashPassword(draft.password);

  return write(db, async (trx) => {
    await stillPassword(trx, person.id, present);
    await trx
      .updateTable("password")
      .set({ hash, set_at: setting.now })
      .where("person_id", "=", person.id)
      .execute();
    await dropLetterTokens(trx, person.id, ["reset"]);
    await endAllSessions(trx, person.id);
    await forgetDevices(trx, person.id);
    const { origin, now } = setting;
    if (origin) await tellPasswordChanged(trx, person.id, { origin, now });
    return beginSession(trx, person.id, setting.now, setting.browser);
  });
}
