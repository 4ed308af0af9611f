/** A form that is sent twice makes one post: the second sending leads to what the first one made. */
import type { Expression } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

/** A browser that goes back and sends an old form does so within days. */
const KEPT_SECONDS = 7 * 86_400;

/** Where an earlier sending of the same form led, or null. */
export async function findSending(db: Db | Trx, personId: number, key: string | null) {
  if (key === null) return null;
  return (await sending.first(db, { personId, key }))?.location ?? null;
}

const sending = prepared((db, value: ValueOf<{ personId: number; key: string }>) =>
  db
    .selectFrom("form_key")
    .select("location")
    .where("person_id", "=", value("personId"))
    .where("key", "=", value("key")),
);

interface Sent {
  personId: number;
  key: string | null;
  location: string;
  now: number;
}

/** Remembers, in the post's transaction, where this sending led. */
export async function rememberSending(trx: Trx, sent: Sent) {
  if (sent.key !== null) await insertSent.all(trx, sent);
}

const insertSent = prepared((db, value: ValueOf<Sent>) =>
  db.insertInto("form_key").values({
    person_id: value("personId"),
    key: value("key") as Expression<string>,
    location: value("location"),
    sent_at: value("now"),
  }),
);

/** Forgets sendings older than a week. */
export async function sweepFormKeys(db: Db, now: number) {
  await db
    .deleteFrom("form_key")
    .where("sent_at", "<", now - KEPT_SECONDS)
    .execute();
}
