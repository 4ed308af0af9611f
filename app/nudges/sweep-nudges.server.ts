import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { monthOf } from "./month.ts";

/** How long is waited for a text about which its writer was asked, after that and after its draft was last written in, in seconds. */
const WAITED = 7 * 86_400;
/** Of one sweep: the others wait for the next. */
const MOST_AT_ONCE = 500;

/** Counts as withdrawn what was asked about and nobody posted, and forgets whom it was asked. */
export async function sweepNudges(db: Db, now: number): Promise<void> {
  await write(db, async (trx) => {
    const dropped = await trx
      .selectFrom("nudge")
      .select(["person_id", "key", "rule", "asked_at"])
      .where("asked_at", "<", now - WAITED)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("draft")
              .select("draft.key")
              .whereRef("draft.person_id", "=", "nudge.person_id")
              .whereRef("draft.key", "=", "nudge.key")
              .where("draft.closed_at", "is", null)
              .where("draft.saved_at", ">=", now - WAITED),
          ),
        ),
      )
      .orderBy("rule")
      .limit(MOST_AT_ONCE)
      .execute();
    for (const { person_id, key, rule, asked_at } of dropped) {
      await trx
        .deleteFrom("nudge")
        .where("person_id", "=", person_id)
        .where("key", "=", key)
        .execute();
      await trx
        .insertInto("nudge_outcome")
        .values({ month: monthOf(asked_at), post_id: null, rule, outcome: "withdrawn" })
        .execute();
    }
  });
}
