import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { hashToken, isToken, makeToken } from "./token.server.ts";

/** A browser that is not used for so long is a stranger again, in seconds. */
const LASTS = 180 * 86_400;

/** Whether this person signed in from this browser before. */
export async function isKnownDevice(
  db: Db,
  personId: number,
  token: string | null,
): Promise<boolean> {
  const id = hashToken(token && isToken(token) ? token : "");
  const device = await db
    .selectFrom("device")
    .select("person_id")
    .where("id", "=", id)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return device !== undefined;
}

/** Remembers that a person signed in from this browser, and answers the token for its cookie: the former, or a new one where it is another's or there is none. */
export async function rememberDevice(
  db: Db,
  personId: number,
  former: string | null,
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const token = (await isKnownDevice(db, personId, former)) ? former! : makeToken();
  await write(db, (trx) =>
    trx
      .insertInto("device")
      .values({ id: hashToken(token), person_id: personId, seen_at: now })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at: now }))
      .execute(),
  );
  return { token, expiresAt: now + LASTS };
}

/** Makes every browser of a person a stranger. */
export async function forgetDevices(db: Db, personId: number): Promise<void> {
  await db.deleteFrom("device").where("person_id", "=", personId).execute();
}

/** Forgets the browsers that were not seen for long. */
export async function sweepDevices(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom("device")
    .where("seen_at", "<=", now - LASTS)
    .execute();
}
