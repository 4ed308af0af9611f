/** What the open flags of a case come to. */
import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { insultOf, isHiddenBeforeReview } from "../ranking/insult.ts";
import { readStandards } from "../ranking/read-standards.server.ts";
import { setInsult } from "../ranking/set-insult.server.ts";
import { fromUnits, toUnits } from "../ranking/units.ts";
import { findRules } from "./find-rule.server.ts";
import { gravestOf } from "./gravest.ts";
import { insultOfPost } from "./insult-of-post.server.ts";
import { type Case, isUpheld } from "./open-case.server.ts";
import { priorityOf, readersOf } from "./priority.ts";
import { type FlagReason, isFlagReason, reasonFacts } from "./reasons.ts";

/** Flags of accounts that are younger than this many seconds never put a post away before review. */
export const SETTLED = 7 * 86_400;

export interface WeighedCase {
  /** As it stands now. */
  case: Case;
  /** The weight of all open flags, in votes. */
  weight: number;
  /** Whether its author is asked before anybody has reviewed it, unless the circuit breaker tripped. */
  isHiddenBeforeReview: boolean;
}

/** Adds up the open flags of a case, and moves its place in the queue and, until people decide, that of its post by them. */
export async function weighCase(trx: Trx, flagged: Case, now: number): Promise<WeighedCase> {
  const sums = await sumFlags(trx, flagged.id, now);
  const decided = isUpheld(flagged) && flagged.kind !== "topic" ? "upheld" : null;
  const z = flagged.score === null ? null : fromUnits(flagged.score);
  const insult = insultOf({ ...sums.insult, z, decided });
  const told = await tellOf(trx, flagged, sums.weights);
  const { reply_count, vote_count } = await trx
    .selectFrom("thread")
    .select(["reply_count", "vote_count"])
    .where("id", "=", flagged.thread_id)
    .executeTakeFirstOrThrow();
  const readers = readersOf({ replies: reply_count, votes: vote_count });
  const isNobodys = sums.count === 0 && !flagged.is_found && flagged.state === "open";
  const changed = await trx
    .updateTable("case")
    .set({
      ...{ own_weight: toUnits(sums.all.own), other_weight: toUnits(sums.all.others) },
      ...{ flag_count: sums.count, insult: toUnits(insult) },
      priority: toUnits(priorityOf(insult, readers, told.is_urgent === 1)),
      ...told,
      // All flags were taken back: nothing is left to look at, until another comes.
      ...(isNobodys ? { waits_for: null, waits_since: null } : {}),
      version: sql<number>`version + 1`,
    })
    .where("id", "=", flagged.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const standards = await readStandards(trx);
  const sure = await insultOfPost(trx, flagged.post_id);
  await setInsult(trx, { postId: flagged.post_id, insult: sure, standards, now });
  const { flaggers, ...settled } = sums.settled;
  return {
    case: changed,
    weight: sums.all.own + sums.all.others,
    isHiddenBeforeReview: isHiddenBeforeReview({ ...settled, z, decided, flaggers }),
  };
}

/** What a case is about goes by the flags that stand, until people decided what it is about. */
async function tellOf(
  trx: Trx,
  flagged: Case,
  weights: ReadonlyMap<FlagReason, number>,
): Promise<Pick<Case, "is_urgent"> & Partial<Pick<Case, "kind" | "rule_id">>> {
  const reasons = gravestOf(weights);
  const [first] = reasons;
  if (!first) return { is_urgent: 0, ...(flagged.is_found ? { kind: "spam" } : {}) };
  const { kind, isUrgent, rule } = reasonFacts[first];
  const is_urgent = isUrgent ? 1 : 0;
  if (isUpheld(flagged) || (flagged.is_found && kind === "topic")) return { is_urgent };
  const rules = await findRules(
    trx,
    reasons.map((reason) => reasonFacts[reason].rule),
  );
  const isSaid = rules.some(({ id }) => id === flagged.rule_id);
  const ruleId = rules.find(({ slug }) => slug === rule)?.id ?? null;
  return { is_urgent, kind, rule_id: isSaid ? flagged.rule_id : ruleId };
}

/** Weights in votes: of all flags, of those that speak of an insult, and of those among them by people who have been here a while. */
async function sumFlags(trx: Trx, caseId: number, now: number) {
  const rows = await trx
    .selectFrom("flag")
    .innerJoin("person", "person.id", "flag.person_id")
    .select(["flag.reason", "flag.is_own_side"])
    .select((eb) => [
      sql<number>`case when person.joined_at <= ${sql.lit(now - SETTLED)} then 1 else 0 end`.as(
        "is_settled",
      ),
      eb.fn.sum<number | string>("flag.weight").as("weight"),
      eb.fn.countAll<number>().as("count"),
      sql<number>`count(case when flag.weight > 0 then 1 end)`.as("flaggers"),
    ])
    .where("flag.case_id", "=", caseId)
    .where("flag.decided_at", "is", null)
    .groupBy(["flag.reason", "flag.is_own_side", "is_settled"])
    .execute();
  const all = { own: 0, others: 0 };
  const insult = { own: 0, others: 0 };
  const settled = { own: 0, others: 0, flaggers: 0 };
  const weights = new Map<FlagReason, number>();
  let count = 0;
  for (const row of rows) {
    const weight = fromUnits(Number(row.weight));
    const side = row.is_own_side === 1 ? "own" : "others";
    count += Number(row.count);
    all[side] += weight;
    if (!isFlagReason(row.reason)) continue;
    weights.set(row.reason, (weights.get(row.reason) ?? 0) + weight);
    if (!reasonFacts[row.reason].isInsult) continue;
    insult[side] += weight;
    if (row.is_settled !== 1) continue;
    settled[side] += weight;
    settled.flaggers += Number(row.flaggers);
  }
  return { count, all, insult, settled, weights };
}
