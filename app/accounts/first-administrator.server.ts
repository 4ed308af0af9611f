/** How a forum without an administrator gets its first: by an address that only whoever starts the forum sees. */
import { recordEvent } from "#app/events/record.server.ts";
import type { Person } from "#app/permissions.ts";
import { Refusal } from "#app/refusals.ts";
import { say } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { hashToken, makeToken } from "./token.server.ts";

/** A token for that address; null as soon as there is an administrator. Each process that starts has its own, and all of them hold until one is used. */
export const offerFirstAdministrator = (db: Db, now: number): Promise<string | null> =>
  write(db, async (trx) => {
    if (await hasAdministrator(trx)) {
      await trx.deleteFrom("first_administrator").execute();
      return null;
    }
    const token = makeToken();
    await trx
      .insertInto("first_administrator")
      .values({ token_hash: hashToken(token), made_at: now })
      .execute();
    return token;
  });

/** Whether this token would make whoever opens its address the first administrator. */
export async function isFirstAdministratorOffered(db: Db, token: string): Promise<boolean> {
  const offer = await db
    .selectFrom("first_administrator")
    .select("made_at")
    .where("token_hash", "=", hashToken(token))
    .executeTakeFirst();
  return offer !== undefined && !(await hasAdministrator(db));
}

/** Makes a person the first administrator, with the event, once; or refuses and changes nothing. */
export const claimFirstAdministrator = (
  db: Db,
  token: string,
  person: Person,
  now: number,
): Promise<void> =>
  write(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("first_administrator")
      .where("token_hash", "=", hashToken(token))
      .executeTakeFirst();
    if (numDeletedRows === 0n || (await hasAdministrator(trx))) {
      throw new Refusal(403, { key: "accounts.first-administrator.wrong" });
    }
    await trx.deleteFrom("first_administrator").execute();
    await trx
      .updateTable("person")
      .set({ role: "administrator" })
      .where("id", "=", person.id)
      .execute();
    await recordEvent(trx, {
      kind: "role-changed",
      at: now,
      personId: person.id,
      aboutId: person.id,
      reason: say("accounts.first-administrator.reason"),
      details: { before: person.role, after: "administrator" },
    });
  });

async function hasAdministrator(db: Db): Promise<boolean> {
  const administrator = await db
    .selectFrom("person")
    .select("id")
    .where("role", "=", "administrator")
    .executeTakeFirst();
  return administrator !== undefined;
}
