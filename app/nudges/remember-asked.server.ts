/** About which drafts somebody was asked: kept by the key of the draft's form until it is posted or dropped, and nothing of its text. */
import type { Expression } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { spend } from "../limits/spend.server.ts";
import type { Person } from "../permissions.ts";

/** What is kept of asking about one draft. */
export interface Remembered {
  rule: string;
  /** The marks of its passages; null where its page asked as somebody typed. */
  mark: string | null;
  /** In epoch seconds. */
  asked_at: number;
}

interface OfDraft {
  personId: number;
  key: string;
}

/** What is kept of asking about the draft of this key. */
export const findAsked = (
  db: Db,
  { id: personId }: Person,
  key: string,
): Promise<Remembered | undefined> => askedBefore.first(db, { personId, key });

const askedBefore = prepared((db, value: ValueOf<OfDraft>) =>
  db
    .selectFrom("nudge")
    .select(["rule", "mark", "asked_at"])
    .where("person_id", "=", value("personId"))
    .where("key", "=", value("key")),
);

interface Asking {
  key: string;
  mark: string | null;
  rule: string;
  now: number;
}

/** Keeps that somebody is asked about a draft, unless that was sent or thrown away: then nothing will come of it. Throws Refusal 429 to who is asked too often. */
export async function rememberAsked(
  { db, limits }: { db: Db; limits: number },
  { id: personId }: Person,
  { key, mark, rule, now }: Asking,
): Promise<void> {
  await spend(db, "asked.person", personId, now, limits);
  await write(db, async (trx: Trx) => {
    if (await closedDraft.first(trx, { personId, key })) return;
    await insertAsked.all(trx, { personId, key, mark, rule, now });
  });
}

const closedDraft = prepared((db, value: ValueOf<OfDraft>) =>
  db
    .selectFrom("draft")
    .select("key")
    .where("person_id", "=", value("personId"))
    .where("key", "=", value("key"))
    .where("closed_at", "is not", null),
);

const insertAsked = prepared((db, value: ValueOf<Asking & OfDraft>) =>
  db
    .insertInto("nudge")
    .values({
      person_id: value("personId"),
      key: value("key"),
      rule: value("rule"),
      mark: value("mark") as Expression<string | null>,
      asked_at: value("now"),
    })
    .onConflict((conflict) => conflict.columns(["person_id", "key"]).doNothing()),
);
