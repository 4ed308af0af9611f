/** The one way in which an act of power is written down. */
import type { Selectable } from "kysely";
import type { Trx } from "#db/open.server.ts";
import type { ActionTable, Office } from "#db/schema.ts";
import { recordEvent } from "../events/record.server.ts";
import { tell } from "../notices/tell.server.ts";
import { WrongForm } from "../refusals.ts";
import { type ActionKind, actions } from "./actions.ts";
import { closeAppeals } from "./close-appeals.server.ts";
import { watchBreaker } from "./watch-breaker.server.ts";

export interface Act {
  kind: ActionKind;
  office: Office;
  /** The moderator or administrator; null for members' flags and the clock. */
  byId: number | null;
  /** Whom it concerns, and who is told. */
  aboutId?: number | null;
  caseId?: number | null;
  postId?: number | null;
  threadId?: number | null;
  ruleId?: number | null;
  /** Everybody reads it. */
  reason: string;
  /** What it takes to undo it. */
  before?: Record<string, unknown>;
  /** Epoch seconds until when it holds. */
  untilAt?: number | null;
  /** The act that it undoes, which is marked so. */
  undoesId?: number | null;
  /** What else the log says: before, after. */
  details?: Record<string, string | number | null>;
  /** It was done together with another act, which is told and counted for it. */
  isWithAnother?: boolean;
  /** It changed nothing for whom it concerns. */
  isUntold?: boolean;
  now: number;
}

/** Writes an act, its row of the log and the notice of whom it concerns in the caller's transaction, with the deed itself: none is there without the others. Answers its number, which is that of the log's row. */
export async function recordAct(trx: Trx, act: Act): Promise<number> {
  const { kind, now, aboutId = null, postId = null, threadId = null, caseId = null } = act;
  const facts = actions[kind];
  const id = await recordEvent(trx, {
    ...{ kind: facts.event, at: now, reason: act.reason },
    ...(act.byId === null ? {} : { personId: act.byId }),
    ...(aboutId === null ? {} : { aboutId }),
    ...(postId === null ? {} : { postId }),
    ...(threadId === null ? {} : { threadId }),
    details: { ...act.details, ...(await readRuleThen(trx, act.ruleId)) },
  });
  const isDecision = facts.isDecision && !act.isWithAnother;
  const row = {
    ...{ id, kind, office: act.office, by_id: act.byId, about_id: aboutId, case_id: caseId },
    ...{ post_id: postId, thread_id: threadId, rule_id: act.ruleId ?? null },
    before: act.before ? JSON.stringify(act.before) : null,
    is_decision: isDecision ? 1 : 0,
    ...{ until_at: act.untilAt ?? null, at: now, undoes_id: act.undoesId ?? null },
  };
  const keep = () => insertAct(trx, row, act.reason);
  if (isDecision || act.undoesId) await watchBreaker(trx, now, keep);
  else await keep();
  if (aboutId !== null && aboutId !== act.byId && !act.isWithAnother && !act.isUntold) {
    await tell(trx, {
      ...{ personId: aboutId, kind: "decision", subject: `decision:${id}`, aboutId: id },
      ...{
        postId,
        threadId,
        details: { kind, ...(act.untilAt ? { after: act.untilAt } : {}) },
        now,
      },
    });
  }
  return id;
}

/** The rule as it is worded now: rules change, and what was decided by them does not. */
async function readRuleThen(trx: Trx, ruleId: number | null | undefined) {
  if (!ruleId) return {};
  const rule = await trx
    .selectFrom("rule")
    .select(["position as rule", "title as ruleTitle"])
    .where("id", "=", ruleId)
    .executeTakeFirst();
  if (!rule) throw new WrongForm({ rule: { key: "deeds.rule.none" } });
  return rule;
}

type NewAct = Omit<Selectable<ActionTable>, "undone_at" | "undone_by_id">;

/** Writes an act down, and marks the one that it undoes, and with what lapsed what was asked; appeals about those are answered. */
async function insertAct(trx: Trx, row: NewAct, reason: string) {
  await trx.insertInto("action").values(row).execute();
  if (!row.undoes_id) return;
  const asked = await findAsked(trx, row.undoes_id);
  for (const id of asked ? [row.undoes_id, asked.id] : [row.undoes_id]) {
    await trx
      .updateTable("action")
      .set({ undone_at: row.at, undone_by_id: row.id })
      .where("id", "=", id)
      .where("undone_at", "is", null)
      .execute();
    await closeAppeals(trx, id, { ...row, reason });
  }
}

/** What was asked for, of an act by which the time for it was over. */
const findAsked = (trx: Trx, id: number) =>
  trx
    .selectFrom("action as lapse")
    .innerJoin("action as ask", "ask.case_id", "lapse.case_id")
    .select("ask.id")
    .where("lapse.id", "=", id)
    .where("lapse.kind", "=", "lapse")
    .where("ask.kind", "=", "ask")
    .where("ask.undone_at", "is", null)
    .orderBy("ask.id", "desc")
    .executeTakeFirst();
