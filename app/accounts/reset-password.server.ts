import { WrongForm } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { dropLetterTokens, findLetterToken, useLetterToken } from "./letter-token.server.ts";
import { normalisePassword, weighPassword } from "./password.ts";
import { shutOut } from "./shut-out.server.ts";
import { tellPasswordChanged } from "./tell-password-changed.server.ts";

/** Sets the password that was typed for whom the link was sent to, signs them out everywhere, ends the address of their own feed and lets no other link work; refuses a link that is worth nothing any more, and a password that is not good enough. With the forum's `origin`, a letter tells of it. */
export async function resetPassword(
  db: Db,
  token: string,
  typed: string,
  now: number,
  origin?: string,
): Promise<void> {
  const { name } = await findLetterToken(db, token, ["reset"], now);
  const problem = weighPassword(typed, name);
  if (problem) throw new WrongForm({ password: problem });
  const hash = await hashPassword(normalisePassword(typed));

  await write(db, async (trx) => {
    const found = await findLetterToken(trx, token, ["reset"], now);
    await useLetterToken(trx, found, now);
    await trx
      .updateTable("password")
      .set({ hash, set_at: now })
      .where("person_id", "=", found.personId)
      .execute();
    await dropLetterTokens(trx, found.personId, ["reset"]);
    await shutOut(trx, found.personId);
    if (origin) await tellPasswordChanged(trx, found.personId, { origin, now });
  });
}
