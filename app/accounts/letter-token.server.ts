/** Links in letters: each does one thing, once. Kept as SHA-256, so that a stolen database opens nothing. */
import { Refusal } from "#app/refusals.ts";
import type { MessageKey } from "#app/strings/say.ts";
import type { Db, Trx } from "#db/open.server.ts";
import type { LetterTokenTable } from "#db/schema.ts";
import { hashToken, isToken, makeToken } from "./token.server.ts";

export type Purpose = LetterTokenTable["purpose"];

const HOUR = 3600;
/** Seconds for which a link works. */
const LASTS: Record<Purpose, number> = { confirm: 24 * HOUR, reset: HOUR, undo: 7 * 24 * HOUR };

/** Makes a link's token for a person at an address. */
export async function makeLetterToken(
  trx: Trx,
  about: { purpose: Purpose; personId: number; email: string },
  now: number,
): Promise<string> {
  const { purpose, personId, email } = about;
  const token = makeToken();
  await trx
    .insertInto("letter_token")
    .values({
      ...{ token_hash: hashToken(token), purpose, person_id: personId, email },
      ...{ made_at: now, expires_at: now + LASTS[purpose], used_at: null },
    })
    .execute();
  return token;
}

export interface FoundToken {
  hash: string;
  purpose: Purpose;
  personId: number;
  name: string;
  email: string;
}

/** What an unused token of these purposes stands for; refuses with 404 one that was used, ran out, was overtaken or is not one. One that resets a password counts while the address is the person's and the password is older. */
export async function findLetterToken(
  db: Db | Trx,
  token: string,
  purposes: readonly [Purpose, ...Purpose[]],
  now: number,
): Promise<FoundToken> {
  const hash = isToken(token) ? hashToken(token) : "";
  const found = await db
    .selectFrom("letter_token")
    .innerJoin("person", "person.id", "letter_token.person_id")
    .leftJoin("password", "password.person_id", "person.id")
    .select(["letter_token.purpose", "letter_token.email", "letter_token.made_at"])
    .select(["person.id", "person.name", "person.email as present", "password.set_at"])
    .where("token_hash", "=", hash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  const isRight =
    found &&
    purposes.includes(found.purpose) &&
    (found.purpose === "undo" || found.email === found.present) &&
    (found.purpose !== "reset" || (found.set_at !== null && found.set_at <= found.made_at));
  if (!isRight) throw wrongToken(purposes);
  const { purpose, id: personId, name, email } = found;
  return { hash, purpose, personId, name, email };
}

/** Whether a token confirmed the address that its person has still: whoever opens its link again need do nothing. */
export async function isConfirmedBy(db: Db, token: string): Promise<boolean> {
  const used = await db
    .selectFrom("letter_token")
    .innerJoin("person", "person.id", "letter_token.person_id")
    .select("person.id")
    .where("token_hash", "=", isToken(token) ? hashToken(token) : "")
    .where("purpose", "=", "confirm")
    .where("used_at", "is not", null)
    .where("person.email_confirmed_at", "is not", null)
    .whereRef("person.email", "=", "letter_token.email")
    .executeTakeFirst();
  return used !== undefined;
}

const wrongToken = ([purpose]: readonly Purpose[]) => {
  const key: MessageKey = purpose === "reset" ? "letters.reset.wrong" : "letters.confirm.wrong";
  return new Refusal(404, { key });
};

/** The address that a person can have back by a link that was sent to it and still works; null for none. */
export async function findAddressBack(
  trx: Trx,
  personId: number,
  now: number,
): Promise<string | null> {
  const undo = await trx
    .selectFrom("letter_token")
    .select("email")
    .where("person_id", "=", personId)
    .where("purpose", "=", "undo")
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return undo?.email ?? null;
}

/** Uses a token up; refuses where another was quicker. */
export async function useLetterToken(trx: Trx, token: FoundToken, now: number): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("letter_token")
    .set({ used_at: now })
    .where("token_hash", "=", token.hash)
    .where("used_at", "is", null)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw wrongToken([token.purpose]);
}

/** Lets the links of a person for these purposes work no more. */
export async function dropLetterTokens(
  trx: Trx,
  personId: number,
  purposes: readonly Purpose[],
): Promise<void> {
  await trx
    .deleteFrom("letter_token")
    .where("person_id", "=", personId)
    .where("purpose", "in", purposes)
    .where("used_at", "is", null)
    .execute();
}
