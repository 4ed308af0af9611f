/** What the tests of letters share: people with addresses, letters, and a mail that ends as it is told. */
import type { Mail, Message, Outcome } from "#app/mail/mail.ts";
import { type NewLetter, postLetter } from "#app/mail/send.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";

export const ORIGIN = "https://forum.example";
export const addressOf = (person: Pick<Person, "name">) =>
  `${person.name.toLowerCase()}@lab.example`;

/** Gives somebody an address that they confirmed. */
export async function confirmAddress(db: Db, person: Pick<Person, "id" | "name">, at = START) {
  const email = addressOf(person);
  await db
    .updateTable("person")
    .set({ email, email_key: email, email_confirmed_at: at, email_bounces: 0 })
    .where("id", "=", person.id)
    .execute();
}

/** Puts a letter to somebody into the outbox. */
export const post = (db: Db, person: Pick<Person, "id" | "name">, more: Partial<NewLetter> = {}) =>
  postLetter(db, {
    ...{ key: `test:${person.name}`, kind: "notice", personId: person.id },
    ...{ address: addressOf(person), subject: "Words", text: "Hello.\n", now: START, ...more },
  });

/** A mail that ends each sending as it is told, and keeps what it was given. */
export function toldMail(...outcomes: Outcome[]): Mail & { given: Message[] } {
  const given: Message[] = [];
  return {
    given,
    async send(message) {
      given.push(message);
      return outcomes.shift() ?? { kind: "sent" };
    },
    hangUp() {},
  };
}

export const letters = (db: Db) => db.selectFrom("letter").selectAll().orderBy("id").execute();
