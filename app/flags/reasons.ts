/** What a flag may say of a post (mechanism, M7). */

export const flagReasons = [
  "insult",
  "demeans",
  "motive",
  "asked-again",
  "misquotes",
  "unlabelled-ai",
  "promotion",
  "spam",
  "off-topic",
  "threat",
  "private-data",
  "illegal",
  "other",
] as const;
export type FlagReason = (typeof flagReasons)[number];

export interface ReasonFacts {
  /** Of the rule that it appeals to. */
  rule: string;
  /** It needs the words that it means. */
  needsPassage: boolean;
  /** It counts in how sure it is that the post insults. */
  isInsult: boolean;
  /** A moderator looks within a day, and one flag that counts hides the post until then. */
  isUrgent: boolean;
  kind: "rules" | "spam" | "urgent" | "topic";
}

const whole = { needsPassage: false, isInsult: true, isUrgent: false, kind: "rules" } as const;
const passage = { ...whole, needsPassage: true } as const;
const urgent = { ...whole, isUrgent: true, kind: "urgent" } as const;

export const reasonFacts: Record<FlagReason, ReasonFacts> = {
  insult: { ...passage, rule: "argument" },
  demeans: { ...passage, rule: "argument" },
  motive: { ...passage, rule: "motive" },
  "asked-again": { ...passage, rule: "strongest" },
  misquotes: { ...passage, rule: "strongest" },
  "unlabelled-ai": { ...whole, rule: "models" },
  promotion: { ...whole, rule: "motive" },
  spam: { ...whole, rule: "place", kind: "spam" },
  "off-topic": { ...whole, rule: "place", isInsult: false, kind: "topic" },
  threat: { ...urgent, rule: "harm" },
  "private-data": { ...urgent, rule: "harm" },
  illegal: { ...urgent, rule: "harm" },
  other: { ...whole, rule: "argument" },
};

export const isFlagReason = (text: string): text is FlagReason =>
  (flagReasons as readonly string[]).includes(text);
