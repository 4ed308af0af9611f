/** What was kept away until somebody looked is given back. */
import type { Trx } from "#db/open.server.ts";
import { hasOtherFlags } from "../flags/settle-flags.server.ts";
import { type Settling, settleCase } from "./settle-case.server.ts";
import type { CaseRow } from "./take-step.server.ts";

/** Gives a post back that was hidden at once or held, in the caller's transaction, who holds the case: what it was kept away for is over. Where people flagged it for something else as well, its case stays open for that. Answers the act's number. */
export async function releaseCase(
  trx: Trx,
  row: CaseRow,
  by: Pick<Settling, "office" | "byId" | "reason" | "now">,
): Promise<number> {
  const isOver = !(await hasOtherFlags(trx, row));
  const event = !isOver ? "return" : by.office === "clock" ? "time" : "dismiss";
  return settleCase(trx, row, { ...by, kind: "release", event });
}
