import type { Trx } from "#db/open.server.ts";
import { reopenFlags } from "../flags/settle-flags.server.ts";
import { Refusal } from "../refusals.ts";
import { refuseOpen } from "./demand-undo.ts";
import type { ActRow } from "./find-act.server.ts";
import { type CaseRow, findCase, takeStep } from "./take-step.server.ts";

/** Opens the case again that an act closed, in the caller's transaction, so that a moderator decides anew: its flags are open as before, and the post stays as it stands until then. Answers whether its author had heard of the case. Refuses with 409 where it is open already, and where something came after the act: another act, or another case of the post. */
export async function reopenCase(trx: Trx, act: ActRow, now: number): Promise<boolean> {
  const row = await findCase(trx, act.case_id!);
  refuseOpen("reopen", row.closed_at === null ? row.id : null);
  const isOvertaken = !(await isLastAct(trx, act)) || (await hasOtherCase(trx, row));
  if (isOvertaken) throw new Refusal(409, { key: "deeds.act.changed" });
  await reopenFlags(trx, row.id, { at: act.at, now });
  await takeStep(trx, row, "reopen", { now });
  // Where nobody flagged it, whoever opens it again wants it seen.
  await trx
    .updateTable("case")
    .set({ waits_for: "moderator", waits_since: now })
    .where("id", "=", row.id)
    .execute();
  return act.kind !== "dismiss" || stateBefore(act) !== "open";
}

const stateBefore = ({ before }: ActRow): string | undefined =>
  (JSON.parse(before ?? "{}") as { state?: string }).state;

async function isLastAct(trx: Trx, { id, case_id }: ActRow): Promise<boolean> {
  const last = await trx
    .selectFrom("action")
    .select((eb) => eb.fn.max("id").as("id"))
    .where("case_id", "=", case_id)
    .executeTakeFirst();
  return last?.id === id;
}

/** A later one, or one that is open. */
async function hasOtherCase(trx: Trx, { id, post_id }: CaseRow): Promise<boolean> {
  const other = await trx
    .selectFrom("case")
    .select("id")
    .where("post_id", "=", post_id)
    .where("id", "!=", id)
    .where((eb) => eb.or([eb("id", ">", id), eb("closed_at", "is", null)]))
    .executeTakeFirst();
  return other !== undefined;
}
