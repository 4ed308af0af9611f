import type { Db } from "#db/open.server.ts";
import type { CaseState } from "#db/schema.ts";

/** A decided case about the same rule, and what came of it. */
export interface SimilarCase {
  id: number;
  passage: string | null;
  state: CaseState;
  decidedAt: number;
  /** The first decision in it that somebody may read in the log; null where there is none. */
  actId: number | null;
  wasAppealed: boolean;
}

const MOST_SIMILAR = 5;

/** The latest decided cases about a rule, without the one that is looked at. */
export async function findSimilarCases(
  db: Db,
  { id, ruleId }: { id: number; ruleId: number | null },
): Promise<SimilarCase[]> {
  if (ruleId === null) return [];
  const rows = await db
    .selectFrom("case")
    .select(["case.id", "case.passage", "case.state", "case.decided_at"])
    .select((eb) => [
      eb
        .selectFrom("action")
        .select((one) => one.fn.min("action.id").as("id"))
        .whereRef("action.case_id", "=", "case.id")
        .as("actId"),
      eb
        .selectFrom("action")
        .innerJoin("appeal", "appeal.action_id", "action.id")
        .select((one) => one.fn.min("appeal.id").as("id"))
        .whereRef("action.case_id", "=", "case.id")
        .as("appealId"),
    ])
    .where("case.rule_id", "=", ruleId)
    .where("case.decided_at", "is not", null)
    .where("case.id", "!=", id)
    .orderBy("case.decided_at", "desc")
    .orderBy("case.id", "desc")
    .limit(MOST_SIMILAR)
    .execute();
  return rows.map(({ decided_at, appealId, ...row }) => ({
    ...row,
    ...{ decidedAt: decided_at!, wasAppealed: appealId !== null },
  }));
}
