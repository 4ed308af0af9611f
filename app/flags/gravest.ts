/** What a case is about that people flagged for several things. */
import type { CaseKind } from "#db/schema.ts";
import { type FlagReason, flagReasons, reasonFacts } from "./reasons.ts";

export const kindRanks: Record<CaseKind, number> = { urgent: 3, rules: 2, spam: 1, topic: 0 };

/** Of the flags that stand, by what they weigh together, the gravest reasons, the one that weighs most first; those without weight speak only where no other does. */
export function gravestOf(weights: ReadonlyMap<FlagReason, number>): FlagReason[] {
  const isWeighed = [...weights.values()].some((weight) => weight > 0);
  const weightOf = (reason: FlagReason) => weights.get(reason) ?? 0;
  const spoken = flagReasons.filter(
    (reason) => weights.has(reason) && (weightOf(reason) > 0 || !isWeighed),
  );
  const rank = Math.max(...spoken.map(rankOf));
  return spoken
    .filter((reason) => rankOf(reason) === rank)
    .sort((one, other) => weightOf(other) - weightOf(one));
}

const rankOf = (reason: FlagReason) => kindRanks[reasonFacts[reason].kind];
