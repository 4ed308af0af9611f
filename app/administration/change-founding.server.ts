import { recordEvent } from "#app/events/record.server.ts";
import { mayAdminister, type Person } from "#app/permissions.ts";
import { allow } from "#app/refusals.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { stillMay } from "../still-may.server.ts";
import type { FoundingDraft } from "./founding.ts";
import { firstAccounts, readFounding } from "./read-founding.server.ts";

/** Chooses founding weeks, with the event and its reason, or nothing; the first thirty who are here already begin with them. The same choice again is none. */
export async function changeFounding(
  db: Db,
  administrator: Person,
  { founding, reason: typed }: FoundingDraft,
  now: number,
): Promise<void> {
  allow(mayAdminister(administrator));
  const reason = demandReason(typed);

  await write(db, async (trx) => {
    await stillMay(trx, administrator, mayAdminister);
    const { founding: before } = await readFounding(trx);
    if (before === founding) return;
    await keep(trx, "founding", founding);
    await keep(trx, "founding-at", String(now));
    await recordEvent(trx, {
      ...{ kind: "founding-changed", at: now, personId: administrator.id, reason },
      details: { before, after: founding },
    });
    if (founding !== "off") await raiseFirst(trx, now);
  });
}

const keep = (trx: Trx, name: string, value: string) =>
  trx
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();

/** Lets newcomers among the first accounts begin at level 1, unless their level was set by hand. */
async function raiseFirst(trx: Trx, now: number) {
  const newcomers = await trx
    .selectFrom("person")
    .leftJoin("standing", "standing.person_id", "person.id")
    .select("person.id")
    .where("person.id", "in", firstAccounts(trx))
    .where("person.level", "=", 0)
    .where("standing.set_by_id", "is", null)
    .orderBy("person.id")
    .execute();
  for (const { id } of newcomers) {
    await trx.updateTable("person").set({ level: 1 }).where("id", "=", id).execute();
    await recordEvent(trx, {
      ...{ kind: "level-changed", at: now, aboutId: id },
      details: { before: 0, after: 1 },
    });
  }
}
