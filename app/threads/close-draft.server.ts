import type { Trx } from "#db/open.server.ts";
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
  const stored = await trx
    .selectFrom("draft")
    .select(["version", "page", "fields"])
    .where("person_id", "=", personId)
    .where("key", "=", key)
    .executeTakeFirst();
  if (stored && !isSent(draft, stored)) {
    await trx
      .updateTable("draft")
      .set({ key: newKey })
      .where("person_id", "=", personId)
      .where("key", "=", key)
      .execute();
  }
  const closed = { fields: "{}", closed_at: now };
  await trx
    .insertInto("draft")
    .values({ person_id: personId, key, place: "", saved_at: now, ...closed })
    .onConflict((conflict) => conflict.columns(["person_id", "key"]).doUpdateSet(closed))
    .execute();
}

const isSent = (
  draft: SentDraft,
  stored: { version: number; page: string | null; fields: string },
) =>
  stored.fields === "{}" || knows(draft, stored) || holds(draft.fields, readFields(stored.fields));
