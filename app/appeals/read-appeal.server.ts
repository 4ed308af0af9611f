import type { Db } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import { type Reason, Refusal } from "../refusals.ts";
import { whoDecides } from "./who-decides.server.ts";

export interface AppealView {
  id: number;
  actId: number;
  caseId: number | null;
  name: string;
  body: string;
  madeAt: number;
  dueAt: number;
  verdict: "upheld" | "overturned" | null;
  reason: string | null;
  decidedBy: string | null;
  /** Why the reader does not decide on it; null for who may. */
  mayNot: Reason;
}

/** An appeal as a moderator reads it, and whether they may decide on it; throws Refusal 404. */
export async function readAppeal(
  db: Db,
  person: Person,
  id: number | null,
  now: number,
): Promise<AppealView> {
  const row = await db
    .selectFrom("appeal")
    .innerJoin("person", "person.id", "appeal.person_id")
    .leftJoin("person as decider", "decider.id", "appeal.decided_by_id")
    .selectAll("appeal")
    .select(["person.name", "decider.name as decidedBy"])
    .where("appeal.id", "=", id ?? 0)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "appeals.not-found" });
  const act = await db
    .selectFrom("action")
    .selectAll()
    .where("id", "=", row.action_id)
    .executeTakeFirstOrThrow();
  const contested = {
    ...{ act, personId: row.person_id, madeAt: row.made_at },
    formerState: row.former_state,
  };
  const { reason } = await whoDecides(db, person, contested, now);
  return {
    ...{ id: row.id, actId: act.id, caseId: act.case_id, name: row.name, body: row.body },
    ...{ madeAt: row.made_at, dueAt: row.due_at, verdict: row.verdict, reason: row.reason },
    ...{ decidedBy: row.decidedBy, mayNot: reason },
  };
}
