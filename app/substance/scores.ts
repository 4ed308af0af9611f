/** Part of a text that raised one of its scores: UTF-16 offsets into the Markdown as it was given, end not included. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly kind: "insult" | "substance";
  /** The name of the signal that was seen; `app/strings/en/substance.ts` has its sentence under `substance.reason.<name>`. */
  readonly reason: string;
  /** How much of the score it explains, 0 to 1. */
  readonly weight: number;
}

/** What a scorer says of one Markdown text; quotations, code and labelled AI blocks inside it do not count. */
export interface Scores {
  /** Does it demean a person or a group of persons? 0 to 1. */
  readonly insult: number;
  /** Does it give a reason, a fact, a source, a distinction or an honest question? 0 to 1. */
  readonly substance: number;
  /** In the order of their beginnings. */
  readonly passages: readonly Passage[];
  /** False where the text is in a language that the scorer cannot judge: nobody is nudged then. */
  readonly judged: boolean;
}

/** Any function with this promise can stand in the forum's scorer's place: never throws, whatever the text, in time linear in its length. */
export type Scorer = (markdown: string) => Scores;
