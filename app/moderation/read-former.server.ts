import type { Trx } from "#db/open.server.ts";
import type { CaseState } from "#db/schema.ts";

/** Where an appeal that is not decided yet found a case, and the seconds that were left of its time. */
export async function readFormer(
  trx: Trx,
  caseId: number,
): Promise<{ state: CaseState; left: number | null } | undefined> {
  const row = await trx
    .selectFrom("appeal")
    .innerJoin("action", "action.id", "appeal.action_id")
    .select(["former_state", "former_left"])
    .where("action.case_id", "=", caseId)
    .where("appeal.decided_at", "is", null)
    .where("former_state", "is not", null)
    .orderBy("appeal.id", "desc")
    .executeTakeFirst();
  return row?.former_state ? { state: row.former_state, left: row.former_left } : undefined;
}
