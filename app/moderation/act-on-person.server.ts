/** What moderators do to people: warnings, suspensions and a slower pace. */
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { mayModerate, type Person } from "../permissions.ts";
import { allow, Refusal, WrongForm } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { recordAct } from "./act.server.ts";
import { refuseHigher, refuseOffice } from "./refuse-office.server.ts";
import { officeOf } from "./settle-case.server.ts";
import { boundPower, tellOfStop } from "./stop-moderator.server.ts";

/** Seconds for which somebody writes one reply an hour, where no other end is named (mechanism, M12). */
export const PACE = 14 * 86_400;
const YEAR = 366 * 86_400;
const MOST_YEARS = 10;

export type PersonAct = "warn" | "unwarn" | "suspend" | "unsuspend" | "pace" | "unpace";
type Begun = "warn" | "suspend" | "pace";

export interface ActOnPerson {
  kind: PersonAct;
  reason: string;
  /** Epoch seconds; of a suspension needed, of a pace two weeks where it is left out. */
  until?: number | null;
  ruleId?: number | null;
  /** The scale of limits. */
  limits?: number;
  now: number;
}

/** Warns, suspends or slows somebody, or ends that: a moderator's to do, never about themselves, and about who moderates an administrator's. Answers the act's number; what is so already, or not so, is refused with 409. */
export async function actOnPerson(
  db: Db,
  person: Person,
  aboutId: number,
  { kind, limits = 1, ruleId = null, ...act }: ActOnPerson,
): Promise<number> {
  allow(mayModerate(person));
  const reason = demandReason(act.reason);
  const { now } = act;
  const until = untilOf(kind, act.until ?? null, now);
  const done = write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    const about = await findPerson(trx, aboutId);
    refuseOffice(person, about);
    await boundPower(trx, person, kind, now, limits);
    const by = { office: officeOf(person), byId: person.id, aboutId, reason, now };
    const undone = ends[kind];
    if (undone) {
      const holding = await findHolding(trx, aboutId, undone, now);
      refuseHigher(person, holding);
      return endAct(trx, { ...by, kind }, holding);
    }
    const column = columns[kind as Begun];
    if (column && (about[column] ?? 0) > now) {
      throw new Refusal(409, { key: "deeds.person.already" });
    }
    if (column) await setUntil(trx, aboutId, column, until);
    return recordAct(trx, { ...by, kind, ruleId, untilAt: until, before: { until: null } });
  });
  return tellOfStop(db, person, done, now);
}

const ends: Partial<Record<PersonAct, Begun>> = {
  ...{ unwarn: "warn", unsuspend: "suspend", unpace: "pace" },
};
/** What is set for somebody, and not its end. */
export const isBegun = (kind: string): kind is Begun => Object.hasOwn(columns, kind);
const columns = { warn: null, suspend: "suspended_until", pace: "slowed_until" } as const;

function untilOf(kind: PersonAct, until: number | null, now: number): number | null {
  if (kind === "pace" && until === null) return now + PACE;
  if (kind !== "suspend" && kind !== "pace") return null;
  if (until === null || !Number.isInteger(until) || until <= now || until > now + MOST_YEARS * YEAR)
    throw new WrongForm({ until: { key: "deeds.until.wrong", values: { years: MOST_YEARS } } });
  return until;
}

async function findPerson(trx: Trx, id: number) {
  const about = await trx
    .selectFrom("person")
    .select(["id", "role", "suspended_until", "slowed_until"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!about) throw new Refusal(404, { key: "deeds.person.none" });
  return about;
}

/** The last act of a kind that still holds for somebody. */
async function findHolding(trx: Trx, aboutId: number, kind: Begun, now: number) {
  const act = await trx
    .selectFrom("action")
    .select(["id", "kind", "about_id", "office"])
    .where("about_id", "=", aboutId)
    .where("kind", "=", kind)
    .where("undone_at", "is", null)
    .where((eb) => eb.or([eb("until_at", "is", null), eb("until_at", ">", now)]))
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (!act) throw new Refusal(409, { key: "deeds.person.not-so" });
  return act;
}

type Ended = Awaited<ReturnType<typeof findHolding>>;

async function endAct(
  trx: Trx,
  act: Omit<Parameters<typeof recordAct>[1], "undoesId">,
  ended: Ended,
): Promise<number> {
  await letGo(trx, ended);
  return recordAct(trx, { ...act, undoesId: ended.id });
}

/** Ends what an act set for somebody, unless a later one of its kind holds. */
export async function letGo(
  trx: Trx,
  { id, kind, about_id }: Pick<Ended, "id" | "kind" | "about_id">,
): Promise<void> {
  const column = columns[kind as Begun];
  if (!column || about_id === null) return;
  const later = await trx
    .selectFrom("action")
    .select("id")
    .where("about_id", "=", about_id)
    .where("kind", "=", kind)
    .where("id", ">", id)
    .where("undone_at", "is", null)
    .executeTakeFirst();
  if (!later) await setUntil(trx, about_id, column, null);
}

/** Lets an act hold again that was ended; answers until when. Refuses with 409 where its time is over, or a later one of its kind holds. */
export async function takeHoldAgain(trx: Trx, id: number, now: number): Promise<number | null> {
  const act = await trx
    .selectFrom("action")
    .select(["kind", "about_id", "until_at"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const column = columns[act.kind as Begun];
  if (!column) return null;
  const about = await findPerson(trx, act.about_id!);
  if ((about[column] ?? 0) > now || (act.until_at ?? 0) <= now) {
    throw new Refusal(409, { key: "deeds.act.changed" });
  }
  await setUntil(trx, act.about_id!, column, act.until_at);
  return act.until_at;
}

const setUntil = (
  trx: Trx,
  id: number,
  column: "suspended_until" | "slowed_until",
  until: number | null,
) =>
  trx
    .updateTable("person")
    .set({ [column]: until })
    .where("id", "=", id)
    .execute();
