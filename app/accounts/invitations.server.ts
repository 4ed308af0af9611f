/** Codes that let one person join while joining is by invitation. */
import { recordEvent } from "#app/events/record.server.ts";
import { spend } from "#app/limits/spend.server.ts";
import { mayAdminister, type Person } from "#app/permissions.ts";
import { allow } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { stillMay } from "../still-may.server.ts";
import { hashToken, makeToken } from "./token.server.ts";

/** How long an invitation can be used, in seconds. */
const LASTS = 14 * 86_400;
const LISTED = 200;

export interface ListedInvitation {
  id: number;
  madeBy: string;
  madeAt: number;
  expiresAt: number;
  usedBy: string | null;
  usedAt: number | null;
}

/** Makes an invitation and answers its code, which is shown this once: only its hash is kept. */
export async function makeInvitation(
  db: Db,
  administrator: Person,
  { now, scale }: { now: number; scale: number },
): Promise<{ code: string; expiresAt: number }> {
  allow(mayAdminister(administrator));
  await spend(db, "invitation.person", administrator.id, now, scale);
  const code = makeToken();
  const expiresAt = now + LASTS;

  await write(db, async (trx) => {
    await stillMay(trx, administrator, mayAdminister);
    await trx
      .insertInto("invitation")
      .values({
        code_hash: hashToken(code),
        made_by_id: administrator.id,
        made_at: now,
        expires_at: expiresAt,
      })
      .execute();
    await recordEvent(trx, { kind: "invitation-made", at: now, personId: administrator.id });
  });
  return { code, expiresAt };
}

/** The newest invitations, used or not, never their codes. */
export async function listInvitations(db: Db, administrator: Person): Promise<ListedInvitation[]> {
  allow(mayAdminister(administrator));
  return db
    .selectFrom("invitation")
    .innerJoin("person as maker", "maker.id", "invitation.made_by_id")
    .leftJoin("person as user", "user.id", "invitation.used_by_id")
    .select(["invitation.id", "invitation.made_at as madeAt", "invitation.expires_at as expiresAt"])
    .select(["invitation.used_at as usedAt", "maker.name as madeBy", "user.name as usedBy"])
    .orderBy("invitation.id", "desc")
    .limit(LISTED)
    .execute();
}
