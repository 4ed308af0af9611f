import type { Trx } from "#db/open.server.ts";

/** Closes the draft of a form in the transaction of what it was sent for, and forgets its text. A save that comes late finds it closed, also where it is the first one. */
export async function closeDraft(
  trx: Trx,
  {
    personId,
    draftKey,
    now,
  }: { personId: number; draftKey: string | null | undefined; now: number },
): Promise<void> {
  if (!draftKey) return;
  const closed = { fields: "{}", closed_at: now };
  await trx
    .insertInto("draft")
    .values({ person_id: personId, key: draftKey, place: "", saved_at: now, ...closed })
    .onConflict((conflict) => conflict.columns(["person_id", "key"]).doUpdateSet(closed))
    .execute();
}
