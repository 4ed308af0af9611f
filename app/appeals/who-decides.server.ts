/** What it rests on who may decide on an appeal. */
import type { Db, Trx } from "#db/open.server.ts";
import type { CaseState } from "#db/schema.ts";
import type { ActRow } from "../moderation/find-act.server.ts";
import type { Person } from "../permissions.ts";
import type { Reason } from "../refusals.ts";
import { mayJudge } from "./may-judge.ts";

const WEEK = 7 * 86_400;

/** What a judgement rests on: the appeal's act and times. */
export interface Contested {
  act: ActRow;
  /** Who appeals. */
  personId: number;
  madeAt: number;
  /** Where it found its case: whatever is contested, overturned it gives back what was taken out. */
  formerState: CaseState | null;
}

/** Whether somebody may decide on an appeal at `now`: null for yes, or why not. Who alone holds both offices decides on what they did themselves, after a day; `isOwnAct` tells the log. */
export async function whoDecides(
  trx: Db | Trx,
  person: Person,
  { act, personId, madeAt, formerState }: Contested,
  now: number,
): Promise<{ reason: Reason; isOwnAct: boolean }> {
  const office = await trx
    .selectFrom("person")
    .select(["id", "role"])
    .where("role", "in", ["moderator", "administrator"])
    .where((eb) => eb.or([eb("suspended_until", "is", null), eb("suspended_until", "<=", now)]))
    .execute();
  const isRedacted = act.kind === "redact" || formerState === "redacted";
  const isGrave = isRedacted || (act.kind === "suspend" && lasts(act) >= WEEK);
  const acted = await actedOn(trx, act);
  return mayJudge(person, { personId, byId: act.by_id, acted, isGrave, madeAt, office }, now);
}

const lasts = (act: ActRow) => (act.until_at ?? Number.POSITIVE_INFINITY) - act.at;

/** Who decided the act, and whoever else acted on the same case. */
async function actedOn(trx: Db | Trx, act: ActRow): Promise<Set<number | null>> {
  if (act.case_id === null) return new Set([act.by_id]);
  const rows = await trx
    .selectFrom("action")
    .select("by_id")
    .where("case_id", "=", act.case_id)
    .where("by_id", "is not", null)
    .execute();
  return new Set([act.by_id, ...rows.map(({ by_id }) => by_id)]);
}
