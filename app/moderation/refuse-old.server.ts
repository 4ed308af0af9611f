import type { Trx } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import type { CaseRow } from "./find-case.server.ts";

/** Refuses a decision on a case as it no longer stands, and tells who decided what meanwhile. */
export async function refuseOld(
  trx: Trx,
  person: Person,
  row: CaseRow,
  seen: number,
): Promise<never> {
  const act = await trx
    .selectFrom("action")
    .innerJoin("event", "event.id", "action.id")
    .leftJoin("person", "person.id", "action.by_id")
    .select(["action.kind", "action.office", "action.before", "action.by_id", "person.name"])
    .select("event.reason")
    .where("case_id", "=", row.id)
    .orderBy("action.id", "desc")
    .executeTakeFirst();
  const { caseVersion = seen } = JSON.parse(act?.before ?? "{}") as { caseVersion?: number };
  // Flags and new texts raise it too.
  if (!act || caseVersion < seen) throw new Refusal(409, { key: "deeds.case.moved" });
  const office = act.office === "clock" ? "deeds.by.clock" : "deeds.by.members";
  const values = { name: act.name ?? say(office), kind: act.kind, reason: act.reason ?? "" };
  const isOwn = act.by_id === person.id;
  throw new Refusal(409, { key: isOwn ? "deeds.case.already" : "deeds.case.meanwhile", values });
}
