import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { mayModerate, type Person } from "../permissions.ts";
import { allow, Refusal, WrongForm } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import type { ActionKind } from "./actions.ts";
import { findRepeated } from "./find-repeated.server.ts";
import type { Redacted } from "./redact-post.server.ts";
import { refuseOld } from "./refuse-old.server.ts";
import { officeOf, settleCase } from "./settle-case.server.ts";
import { settleSpam } from "./settle-spam.server.ts";
import { boundPower, tellOfStop } from "./stop-moderator.server.ts";
import { type CaseRow, findCase } from "./take-step.server.ts";
import { withoutPassage } from "./without-passage.server.ts";

/** What a moderator decides on a case. */
export const decisions = [
  ...["dismiss", "ask", "redact", "remove", "spam", "restore", "confirm", "refuse"],
] as const as readonly ActionKind[];

export interface Decision {
  kind: ActionKind;
  /** Of the case, as it was seen. */
  version: number;
  /** The rule that it appeals to; null for that of the case. */
  ruleId: number | null;
  reason: string;
  /** The words that are asked about or taken out; null for the whole post, undefined for those of the case. */
  passage?: string | null;
  /** Of spam: all posts of a newcomer go with it. */
  isWithAll?: boolean;
  /** The scale of limits. */
  limits?: number;
  now: number;
}

/** Decides on a case: a moderator's to do, never about themselves. Answers the act's number, of what is sent twice the first one's. Refuses with 409, telling who decided what, when the case was decided since it was seen. */
export async function decideCase(
  db: Db,
  person: Person,
  caseId: number,
  decision: Decision,
): Promise<number> {
  allow(mayModerate(person));
  const reason = demandReason(decision.reason);
  demandDecision(decision.kind);
  const redacted =
    decision.kind === "redact" ? await withoutPassage(db, caseId, decision) : undefined;
  const done = write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    const row = await findCase(trx, caseId);
    if (row.author_id === person.id) throw new Refusal(403, { key: "deeds.case.own" });
    if (row.version !== decision.version) {
      const repeated = await findRepeated(trx, person, row.post_id, { ...decision, reason });
      return repeated ?? refuseOld(trx, person, row, decision.version);
    }
    return decideWithin(trx, person, row, { ...decision, reason, redacted });
  });
  return tellOfStop(db, person, done, decision.now);
}

/** The same in the caller's transaction, who has asked whether that may be and holds the case. */
export async function decideWithin(
  trx: Trx,
  person: Person,
  row: CaseRow,
  decision: Omit<Decision, "version"> & { redacted?: Redacted | undefined },
): Promise<number> {
  const { kind, ruleId, reason, passage, redacted, now } = decision;
  await boundPower(trx, person, kind, now, decision.limits ?? 1);
  const settling = { kind, office: officeOf(person), byId: person.id, ruleId, reason, now };
  if (kind === "spam" && decision.isWithAll) return settleSpam(trx, row, settling);
  return settleCase(trx, row, { ...settling, passage, redacted });
}

/** Throws WrongForm for what is no decision on a case. */
export function demandDecision(kind: string): asserts kind is ActionKind {
  if (!(decisions as readonly string[]).includes(kind)) {
    throw new WrongForm({ kind: { key: "deeds.kind.unknown" } });
  }
}
