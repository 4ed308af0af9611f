import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { tell } from "../notices/tell.server.ts";
import { toUnits } from "../ranking/units.ts";
import { moveLevel, type Weighed } from "./levels.ts";
import { readStanding } from "./read-standing.server.ts";

export interface Weighable extends Weighed {
  id: number;
  /** Epoch seconds, as all times. */
  joinedAt: number;
}

/** Weighs one person's standing and moves their level, with the event where it moves; a level that was set by hand stays. */
export async function weighStanding(db: Db, person: Weighable, now: number): Promise<void> {
  const { facts } = await readStanding(db, person, now);
  const after = moveLevel(person, facts, now);
  await write(db, async (trx) => {
    const kept = await trx
      .insertInto("standing")
      .values({
        ...{ person_id: person.id, points: toUnits(facts.points), weighed_at: now },
        below_since: after.belowSince,
      })
      .onConflict((conflict) =>
        conflict.column("person_id").doUpdateSet((eb) => ({
          points: eb.ref("excluded.points"),
          weighed_at: now,
          below_since: eb
            .case()
            .when("standing.set_by_id", "is", null)
            .then(eb.ref("excluded.below_since"))
            .else(null)
            .end(),
        })),
      )
      .returning("set_by_id")
      .executeTakeFirst();
    if (after.level === person.level || kept?.set_by_id !== null) return;
    // Read a moment ago: somebody may have set it meanwhile.
    const { numUpdatedRows } = await trx
      .updateTable("person")
      .set({ level: after.level })
      .where("id", "=", person.id)
      .where("level", "=", person.level)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await recordEvent(trx, {
      ...{ kind: "level-changed", at: now, aboutId: person.id },
      details: { before: person.level, after: after.level },
    });
    await tell(trx, {
      ...{ personId: person.id, kind: "level", subject: "level", now },
      details: { after: after.level, how: after.level > person.level ? "risen" : "fallen" },
    });
  });
}
