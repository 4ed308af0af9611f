import type { Trx } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import type { CaseRow } from "./find-case.server.ts";

/** Refuses a decision on a case as it no longer stands, and tells who decided what meanwhile. */
export async function refuseOld(trx: Trx, row: CaseRow, seen: number): Promise<never> {
  const act = await trx
    .selectFrom("action")
    .innerJoin("event", "event.id", "action.id")
    .leftJoin("person", "person.id", "action.by_id")
    .select(["action.kind", "action.office", "action.before", "person.name", "event.reason"])
    .where("case_id", "=", row.id)
    .orderBy("action.id", "desc")
    .executeTakeFirst();
  const { caseVersion = seen } = JSON.parse(act?.before ?? "{}") as { caseVersion?: number };
  // Flags and new texts raise it too.
  if (!act || caseVersion < seen) throw new Refusal(409, { key: "deeds.case.moved" });
  const office = act.office === "clock" ? "deeds.by.clock" : "deeds.by.members";
  const values = { name: act.name ?? say(office), kind: act.kind, reason: act.reason ?? "" };
  throw new Refusal(409, { key: "deeds.case.meanwhile", values });
}
