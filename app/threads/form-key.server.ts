/** A form that is sent twice makes one post: the second sending leads to what the first one made. */
import type { Db, Trx } from "#db/open.server.ts";

/** A browser that goes back and sends an old form does so within days. */
const KEPT_SECONDS = 7 * 86_400;

/** Where an earlier sending of the same form led, or null. */
export async function findSending(db: Db | Trx, personId: number, key: string | null) {
  if (key === null) return null;
  const row = await db
    .selectFrom("form_key")
    .select("location")
    .where("person_id", "=", personId)
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.location ?? null;
}

/** Remembers, in the post's transaction, where this sending led. */
export async function rememberSending(
  trx: Trx,
  sending: { personId: number; key: string | null; location: string; now: number },
) {
  if (sending.key === null) return;
  await trx
    .insertInto("form_key")
    .values({
      person_id: sending.personId,
      key: sending.key,
      location: sending.location,
      sent_at: sending.now,
    })
    .execute();
}

/** Forgets sendings older than a week. */
export async function sweepFormKeys(db: Db, now: number) {
  await db
    .deleteFrom("form_key")
    .where("sent_at", "<", now - KEPT_SECONDS)
    .execute();
}
