import { recordEvent } from "#app/events/record.server.ts";
import { mayAdminister, type Person } from "#app/permissions.ts";
import { allow, Refusal } from "#app/refusals.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { BY_ITSELF, type LevelDraft } from "../administration/level.ts";
import { demandReason } from "../events/reason.ts";
import { tell } from "../notices/tell.server.ts";
import { SITE } from "../ranking/read-standards.server.ts";
import { toUnits } from "../ranking/units.ts";
import { stillMay } from "../still-may.server.ts";
import { levelFrom } from "./levels.ts";
import { readStanding } from "./read-standing.server.ts";

/** Sets somebody's level by hand, so that nothing else moves it, or gives it back: then it is at once what they have done for it, and never below where they began. With the event and its reason, or nothing. The same decision again is none. */
export async function setLevel(
  db: Db,
  administrator: Person,
  personId: number,
  { level, reason: typed }: LevelDraft,
  now: number,
): Promise<void> {
  allow(mayAdminister(administrator));
  const reason = demandReason(typed);
  const facts = level === null ? await readFacts(db, personId, now) : null;

  await write(db, async (trx) => {
    await stillMay(trx, administrator, mayAdminister);
    const before = await readLevel(trx, personId);
    if (!before) throw nobody();
    if (level === null ? !before.isByHand : before.isByHand && before.level === level) return;
    const after = facts ? levelFrom(await readFormer(trx, personId, before.level), facts) : level!;
    await trx.updateTable("person").set({ level: after }).where("id", "=", personId).execute();
    const set = {
      ...{ set_by_id: facts ? null : administrator.id, below_since: null },
      ...(facts ? { weighed_at: now, points: toUnits(facts.points) } : { weighed_at: 0 }),
    };
    await trx
      .insertInto("standing")
      .values({ person_id: personId, points: 0, ...set })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet(set))
      .execute();
    if ((before.level === 0) !== (after === 0)) await weighVotesSoon(trx);
    await recordEvent(trx, {
      ...{ kind: "level-set", at: now, personId: administrator.id, aboutId: personId, reason },
      details: {
        before: String(before.level),
        after: facts ? BY_ITSELF : String(after),
      },
    });
    await tell(trx, {
      ...{ personId, kind: "level", subject: "level", fromId: administrator.id, now },
      details: { after, how: facts ? "given-back" : "set", reason },
    });
    if (!facts || after === before.level) return;
    await recordEvent(trx, {
      ...{ kind: "level-changed", at: now, aboutId: personId },
      details: { before: before.level, after },
    });
  });
}

/** Whose votes count or no longer count is not left to the next night: the clock asks every ten minutes whether one is due. */
const weighVotesSoon = (trx: Trx) =>
  trx.updateTable("fit").set({ made_at: 0 }).where("scope", "=", SITE).execute();

const nobody = () => new Refusal(404, { key: "accounts.person.not-found" });

async function readFacts(db: Db, personId: number, now: number) {
  const person = await db
    .selectFrom("person")
    .select(["id", "joined_at as joinedAt"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) throw nobody();
  return (await readStanding(db, person, now)).facts;
}

/** The level that somebody had by themselves before it was set by hand: where the log does not tell, the present one. */
async function readFormer(trx: Trx, personId: number, present: number): Promise<number> {
  const decisions = await trx
    .selectFrom("event")
    .select("details")
    .where("kind", "=", "level-set")
    .where("about_id", "=", personId)
    .orderBy("id", "desc")
    .execute();
  let former = present;
  for (const { details } of decisions) {
    const { before, after } = JSON.parse(details!) as { before: string; after: string };
    if (after === BY_ITSELF) break;
    former = Number(before);
  }
  return former;
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
