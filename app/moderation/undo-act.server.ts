import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { ALONE_TIME } from "../appeals/appeal-draft.ts";
import { demandReason } from "../events/reason.ts";
import { isAdministrator, mayModerate, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { recordAct } from "./act.server.ts";
import { type ActionKind, actions } from "./actions.ts";
import { demandUndo } from "./demand-undo.ts";
import { type ActRow, findAct } from "./find-act.server.ts";
import { refuseHigher, refuseOffice } from "./refuse-office.server.ts";
import { reverseAct } from "./reverse-act.server.ts";
import { officeOf } from "./settle-case.server.ts";

/** Undoes an act of power: a moderator's to do, also with their own, but never about themselves. Answers the number of the act that undoes it; refuses with 409 what is final, undone already, or overtaken by something else. */
export async function undoAct(
  db: Db,
  person: Person,
  actionId: number,
  { reason, now }: { reason: string; now: number },
): Promise<number> {
  allow(mayModerate(person));
  const why = demandReason(reason);
  return write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    return undoWithin(trx, person, await findAct(trx, actionId), { reason: why, now });
  });
}

/** The same in the caller's transaction, who has asked whether that may be. */
export async function undoWithin(
  trx: Trx,
  person: Person,
  act: ActRow,
  { reason, now }: { reason: string; now: number },
): Promise<number> {
  const undo = demandUndo(act.kind);
  const isOwn = act.about_id === person.id;
  if (isOwn) await demandAlone(trx, person, act, now);
  if (!isOwn && actions[act.kind as ActionKind].on === "person")
    await refuseAbout(trx, person, act);
  const by = { office: officeOf(person), byId: person.id, reason, now };
  const done = await reverseAct(trx, act, { ...by, kind: undo, event: "restore" });
  return recordAct(trx, {
    ...{ kind: undo, ...by, aboutId: act.about_id, caseId: act.case_id, postId: act.post_id },
    ...{ ruleId: act.rule_id, undoesId: act.id, ...done },
    ...(isOwn ? { details: { alone: 1 } } : {}),
  });
}

/** What may not be decided about a person may not be taken back either. */
async function refuseAbout(trx: Trx, person: Person, act: ActRow) {
  refuseHigher(person, act);
  const about = await trx
    .selectFrom("person")
    .select(["id", "role"])
    .where("id", "=", act.about_id)
    .executeTakeFirstOrThrow();
  refuseOffice(person, about);
}

/** About themselves an administrator undoes something only where nobody is in office but who did it, after a day. */
async function demandAlone(trx: Trx, person: Person, act: ActRow, now: number) {
  const other = await trx
    .selectFrom("person")
    .select("id")
    .where("role", "in", ["moderator", "administrator"])
    .where("id", "not in", [person.id, act.by_id ?? person.id])
    .where((eb) => eb.or([eb("suspended_until", "is", null), eb("suspended_until", "<=", now)]))
    .executeTakeFirst();
  if (other || !isAdministrator(person)) throw new Refusal(403, { key: "deeds.person.self" });
  if (now < act.at + ALONE_TIME) throw new Refusal(403, { key: "deeds.act.wait-a-day" });
}
