import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { holds, knows, readFields, type SentDraft } from "../composing/kept-draft.ts";

/**
 * Closes the draft of a form in the transaction of what it was sent for, and forgets its text; words that another page
 * saved and that were not sent go on as a draft under its `newKey`. A save that comes late finds it closed, also where it
 * is the first one.
 */
export async function closeDraft(
  trx: Trx,
  { personId, draft, now }: { personId: number; draft: SentDraft | null | undefined; now: number },
): Promise<void> {
  if (!draft) return;
  const { key, newKey } = draft;
  const stored = await storedDraft.first(trx, { personId, key });
  if (stored && !isSent(draft, stored)) {
    await trx
      .updateTable("draft")
      .set({ key: newKey })
      .where("person_id", "=", personId)
      .where("key", "=", key)
      .execute();
  }
  await insertClosed.all(trx, { personId, key, now });
}

const storedDraft = prepared((db, value: ValueOf<{ personId: number; key: string }>) =>
  db
    .selectFrom("draft")
    .select(["version", "page", "fields"])
    .where("person_id", "=", value("personId"))
    .where("key", "=", value("key")),
);

const insertClosed = prepared(
  (db, value: ValueOf<{ personId: number; key: string; now: number }>) => {
    const closed = { fields: "{}", closed_at: value("now") };
    return db
      .insertInto("draft")
      .values({
        person_id: value("personId"),
        key: value("key"),
        place: "",
        saved_at: value("now"),
        ...closed,
      })
      .onConflict((conflict) => conflict.columns(["person_id", "key"]).doUpdateSet(closed));
  },
);

const isSent = (
  draft: SentDraft,
  stored: { version: number; page: string | null; fields: string },
) =>
  stored.fields === "{}" || knows(draft, stored) || holds(draft.fields, readFields(stored.fields));
