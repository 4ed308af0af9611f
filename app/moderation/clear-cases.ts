/** Which cases are so clear that trusted members decide on them. */
import type { CaseKind, CaseState } from "#db/schema.ts";
import { toUnits } from "../ranking/units.ts";

/** What trusted members say. */
export type Verdict = "ask" | "dismiss";
export const isVerdict = (text: string): text is Verdict => text === "ask" || text === "dismiss";

/** In billionths: flags that weigh so much, or a scorer so sure, make a case clear. */
export const CLEAR_WEIGHT = toUnits(1.5);
export const CLEAR_SCORE = toUnits(0.6);

interface Weighed {
  kind: CaseKind;
  state: CaseState;
  is_urgent: number;
  own_weight: number;
  other_weight: number;
  score: number | null;
  decided_at: number | null;
  closed_at: number | null;
}

/** Of rules, not urgent, not decided on by anybody, and clear. */
export function isClearCase(row: Weighed): boolean {
  const { own_weight, other_weight, score } = row;
  const isOpen = row.state === "open" && row.decided_at === null && row.closed_at === null;
  const isSure = own_weight + other_weight >= CLEAR_WEIGHT || (score ?? 0) >= CLEAR_SCORE;
  return isOpen && row.kind === "rules" && row.is_urgent === 0 && isSure;
}
