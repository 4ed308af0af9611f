import { spend } from "#app/limits/spend.server.ts";
import { postLetter } from "#app/mail/send.server.ts";
import { Refusal } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { nameKey } from "../names/name-key.ts";
import { resetLetter } from "./account-letters.ts";
import { emailKey, readEmail } from "./email.ts";
import { makeLetterToken } from "./letter-token.server.ts";
import { hashToken } from "./token.server.ts";

interface Setting {
  origin: string;
  /** Epoch seconds. */
  now: number;
  scale: number;
}

/** Sends whoever this name or address belongs to a link that sets another password, if they confirmed an address; says nothing to anybody, whatever came of it. */
export async function askReset(
  db: Db,
  typed: string,
  { origin, now, scale }: Setting,
): Promise<void> {
  const person = await findAddressee(db, typed);
  if (!person) return;
  try {
    await spend(db, "reset.person", person.id, now, scale);
  } catch (error) {
    if (error instanceof Refusal) return;
    throw error;
  }
  const { id, name, email } = person;
  await write(db, async (trx) => {
    const token = await makeLetterToken(trx, { purpose: "reset", personId: id, email }, now);
    const letter = resetLetter({ name, origin, token });
    const key = `reset:${hashToken(token)}`;
    await postLetter(trx, { key, kind: "reset", personId: id, address: email, ...letter, now });
  });
}

async function findAddressee(db: Db, typed: string) {
  const read = readEmail(typed);
  const found = await db
    .selectFrom("person")
    .innerJoin("password", "password.person_id", "person.id")
    .select(["person.id", "person.name", "person.email"])
    .where("email_confirmed_at", "is not", null)
    .where((eb) =>
      "email" in read
        ? eb("email_key", "=", emailKey(read.email))
        : eb("name_key", "=", nameKey(typed)),
    )
    .executeTakeFirst();
  const email = found?.email;
  return found && email ? { ...found, email } : null;
}
