/** Reads the form that decides on a case. */

import { readId } from "../composing/draft.ts";
import { weighReason } from "../events/reason.ts";
import { type HandedBack, WrongForm } from "../refusals.ts";
import { type Choice, isChoice } from "./choices.ts";

export interface DecisionDraft {
  kind: Choice;
  /** Of the case, as it was seen; 0 for none. */
  version: number;
  ruleId: number | null;
  reason: string;
  /** What is asked about or taken out; null for the whole post, undefined where the form does not ask for it. */
  passage: string | null | undefined;
  isWithAll: boolean;
}

/** The fields `kind`, `version`, `rule`, `reason`, `passage` and `all`; throws WrongForm with what is wrong beside each. */
export function readDecision(form: URLSearchParams): DecisionDraft {
  const kind = form.get("kind") ?? "";
  const reason = form.get("reason") ?? "";
  const problems: HandedBack["problems"] = {};
  if (!isChoice(kind)) problems.kind = { key: "moderation.decide.missing" };
  const wrong = weighReason(reason);
  if (wrong) problems.reason = wrong;
  if (!isChoice(kind) || wrong) throw new WrongForm(problems);
  return {
    ...{ kind, reason, ruleId: readId(form.get("rule") ?? "") },
    version: readId(form.get("version") ?? "") ?? 0,
    passage: form.has("passage") ? form.get("passage")?.trim() || null : undefined,
    isWithAll: form.get("all") === "1",
  };
}
