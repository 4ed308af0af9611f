import { recordEvent } from "#app/events/record.server.ts";
import { mayAdminister, type Person } from "#app/permissions.ts";
import { allow, Refusal } from "#app/refusals.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { stillMay } from "../still-may.server.ts";
import { BY_ITSELF, type LevelDraft } from "./level.ts";

/** Sets somebody's level by hand, so that nothing else moves it, or lets it follow from what they do again; with the event and its reason, or nothing. The same decision again is none. */
export async function setLevel(
  db: Db,
  administrator: Person,
  personId: number,
  { level, reason: typed }: LevelDraft,
  now: number,
): Promise<void> {
  allow(mayAdminister(administrator));
  const reason = demandReason(typed);

  await write(db, async (trx) => {
    await stillMay(trx, administrator, mayAdminister);
    const before = await readLevel(trx, personId);
    if (!before) throw new Refusal(404, { key: "accounts.person.not-found" });
    if (level === null ? !before.isByHand : before.isByHand && before.level === level) return;
    if (level !== null) {
      await trx.updateTable("person").set({ level }).where("id", "=", personId).execute();
    }
    const set = { set_by_id: level === null ? null : administrator.id, below_since: null };
    await trx
      .insertInto("standing")
      .values({ person_id: personId, points: 0, weighed_at: 0, ...set })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet({ ...set, weighed_at: 0 }))
      .execute();
    await recordEvent(trx, {
      ...{ kind: "level-set", at: now, personId: administrator.id, aboutId: personId, reason },
      details: {
        before: String(before.level),
        after: level === null ? BY_ITSELF : String(level),
      },
    });
  });
}

/** Somebody's level, and whether an administrator set it; null where there is nobody. */
export async function readLevel(
  db: Db | Trx,
  personId: number,
): Promise<{ level: number; isByHand: boolean } | null> {
  const row = await db
    .selectFrom("person")
    .leftJoin("standing", "standing.person_id", "person.id")
    .select(["person.level", "standing.set_by_id"])
    .where("person.id", "=", personId)
    .executeTakeFirst();
  return row ? { level: row.level, isByHand: row.set_by_id !== null } : null;
}
