/** Who may decide on an appeal (mechanism, M9): never who decided before, if there is anybody else. */
import type { Trx } from "#db/open.server.ts";
import type { ActRow } from "../moderation/find-act.server.ts";
import { isAdministrator, type Person } from "../permissions.ts";
import type { Reason } from "../refusals.ts";
import { ALONE_TIME } from "./appeal-draft.ts";

const WEEK = 7 * 86_400;

/** What a judgement rests on: the appeal's act and times. */
export interface Contested {
  act: ActRow;
  /** Who appeals. */
  personId: number;
  madeAt: number;
}

/** Whether somebody may decide on an appeal at `now`: null for yes, or why not. Who alone holds both offices decides on what they did themselves, after a day; `isOwnAct` tells the log. */
export async function whoDecides(
  trx: Trx,
  person: Person,
  { act, personId, madeAt }: Contested,
  now: number,
): Promise<{ reason: Reason; isOwnAct: boolean }> {
  const no = (key: Exclude<Reason, null>["key"]) => ({ reason: { key }, isOwnAct: false });
  if (person.id === personId) return no("deeds.person.self");
  const office = await trx
    .selectFrom("person")
    .select(["id", "role"])
    .where("role", "in", ["moderator", "administrator"])
    // Who appeals decides nothing, and who is suspended neither.
    .where("id", "!=", personId)
    .where((eb) => eb.or([eb("suspended_until", "is", null), eb("suspended_until", "<=", now)]))
    .execute();
  const acted = await actedOn(trx, act);
  const others = office.filter(({ id }) => !acted.has(id));
  if (others.length === 0) {
    // Everybody in office has acted on it.
    const untouched = office.filter(({ id }) => id !== act.by_id);
    if (untouched.length > 0 && person.id === act.by_id) return no("deeds.appeal.own-act");
    if (untouched.length > 0) return { reason: null, isOwnAct: false };
    if (now < madeAt + ALONE_TIME) return no("deeds.appeal.wait-a-day");
    return { reason: null, isOwnAct: true };
  }
  if (acted.has(person.id)) return no("deeds.appeal.own-act");
  const administrators = others.filter(({ role }) => role === "administrator");
  const isGrave = act.kind === "redact" || (act.kind === "suspend" && lasts(act) >= WEEK);
  if (isGrave && administrators.length > 0 && !isAdministrator(person)) {
    return no("deeds.appeal.administrator");
  }
  return { reason: null, isOwnAct: false };
}

const lasts = (act: ActRow) => (act.until_at ?? Number.POSITIVE_INFINITY) - act.at;

/** Who decided the act, and whoever else acted on the same case. */
async function actedOn(trx: Trx, act: ActRow): Promise<Set<number | null>> {
  if (act.case_id === null) return new Set([act.by_id]);
  const rows = await trx
    .selectFrom("action")
    .select("by_id")
    .where("case_id", "=", act.case_id)
    .where("by_id", "is not", null)
    .execute();
  return new Set([act.by_id, ...rows.map(({ by_id }) => by_id)]);
}
