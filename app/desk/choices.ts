/** What a moderator may decide about a case as it stands: what states.ts leads on from, and no more. */
import type { CaseState } from "#db/schema.ts";
import { type ActionKind, actions } from "../moderation/actions.ts";
import { drawn } from "../moderation/states.ts";

/** In the order in which they are offered. */
const order = [
  "ask",
  "dismiss",
  "confirm",
  "refuse",
  "redact",
  "remove",
  "spam",
  "restore",
] as const satisfies readonly ActionKind[];
export type Choice = (typeof order)[number];

export interface Chosen {
  state: CaseState;
  kind: "rules" | "spam" | "urgent" | "topic";
  /** Its author wrote a new text that nobody has decided on. */
  isProposed: boolean;
}

/** The acts that lead on from a case, the likeliest first; none where an appeal is what is decided, or nothing is left. */
export function choicesOf({ state, kind, isProposed }: Chosen): Choice[] {
  const leads = drawn[state];
  const offered = order.filter((choice) => {
    const { step } = actions[choice];
    if (!step || !leads[step]) return false;
    // To give a post back before anything is decided is to dismiss.
    if (choice === "restore") return !leads.dismiss;
    if (state === "removed" && (choice === "confirm" || choice === "refuse")) return isProposed;
    return true;
  });
  const first: Partial<Record<Chosen["kind"], Choice>> = { spam: "spam", urgent: "remove" };
  const likely = first[kind];
  return likely && offered.includes(likely)
    ? [likely, ...offered.filter((choice) => choice !== likely)]
    : offered;
}

export const isChoice = (text: string): text is Choice =>
  (order as readonly string[]).includes(text);

/** Those that name a rule. */
export const namesRule = (choice: Choice): boolean =>
  ["ask", "redact", "remove", "spam", "refuse"].includes(choice);

/** What may be decided about a post that nobody flagged. */
export const choicesToBegin: readonly Choice[] = ["ask", "remove", "spam"];
