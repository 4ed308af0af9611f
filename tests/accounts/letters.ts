/** What came by letter, for the tests of accounts. */
import type { Db } from "#db/open.server.ts";

export const ORIGIN = "https://forum.example";

/** The token in the last letter of a kind, or in the last to an address; throws where there is none. */
export async function tokenIn(db: Db, kind: string, address?: string): Promise<string> {
  const letter = await db
    .selectFrom("letter")
    .select("text")
    .where("kind", "=", kind)
    .where((eb) => (address ? eb("address", "=", address) : eb.lit(true)))
    .orderBy("id", "desc")
    .executeTakeFirst();
  const [, token] =
    /\/(?:confirm-email|reset-password)\/([\w-]{27})$/m.exec(letter?.text ?? "") ?? [];
  if (!token) throw new Error(`No letter "${kind}" with a link.`);
  return token;
}

/** Whom the letters of the outbox go to, and their kinds. */
export async function outbox(db: Db): Promise<string[]> {
  const letters = await db.selectFrom("letter").select(["kind", "address"]).orderBy("id").execute();
  return letters.map(({ kind, address }) => `${kind} to ${address}`);
}

/** How a person's address stands. */
export const addressOf = (db: Db, name: string) =>
  db
    .selectFrom("person")
    .select(["email", "email_key", "email_confirmed_at", "email_bounces"])
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
