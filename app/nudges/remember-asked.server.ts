/** About which drafts somebody was asked: kept by the key of the draft's form until it is posted or dropped, and nothing of its text. */
import type { Expression } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { spend } from "../limits/spend.server.ts";
import type { Person } from "../permissions.ts";

/** What is kept of asking about the draft of this key, or undefined. */
export const findAsked = (db: Db, { id: personId }: Person, key: string) =>
  askedBefore.first(db, { personId, key });

const askedBefore = prepared((db, value: ValueOf<{ personId: number; key: string }>) =>
  db
    .selectFrom("nudge")
    .select(["rule", "mark", "asked_at"])
    .where("person_id", "=", value("personId"))
    .where("key", "=", value("key")),
);

interface Remembered {
  key: string;
  mark: string | null;
  rule: string;
  now: number;
}

/** Keeps that somebody is asked; answers whether this was the first time. Throws Refusal 429 to who is asked too often. */
export async function rememberAsked(
  { db, limits }: { db: Db; limits: number },
  person: Person,
  { key, mark, rule, now }: Remembered,
): Promise<boolean> {
  await spend(db, "asked.person", person.id, now, limits);
  const row = { personId: person.id, key, mark, rule, now };
  return write(db, async (trx) => (await insertAsked.first(trx, row)) !== undefined);
}

const insertAsked = prepared((db, value: ValueOf<Remembered & { personId: number }>) =>
  db
    .insertInto("nudge")
    .values({
      person_id: value("personId"),
      key: value("key"),
      rule: value("rule"),
      mark: value("mark") as Expression<string | null>,
      asked_at: value("now"),
    })
    .onConflict((conflict) => conflict.columns(["person_id", "key"]).doNothing())
    .returning("key"),
);
