/** Who voted on what in the demonstration: invented, and the same each time. */
import { Dice } from "../filling/dice.ts";
import type { VoteReason, VoteWish } from "../votes/ballot.ts";
import type { DemoPerson, DemoPost } from "./content.ts";
import { type DemoReader, readers } from "./readers.ts";

export type DemoVoter = DemoPerson | DemoReader;

export interface DemoVote {
  by: DemoVoter;
  /** Since the post was written. */
  minutes: number;
  wish: VoteWish;
}

/** Where people stand in what this forum quarrels about: for open weights without conditions, or against; the rest in the middle. */
const sides: Partial<Record<DemoVoter, number>> = {
  ...{ Ada: 1, Wren: 1, Juno: 1, Ravi: 1, Marit: 1 },
  ...{ Ben: -1, Oda: -1, Sefa: -1, Calder: -1 },
};
/** Nia votes too, and is too new to be counted. */
const voters: readonly DemoVoter[] = ["Root", "Mo", "Ada", "Ben", "Nia", ...readers];

/** Evidence is read with most pleasure. */
const pleasures: Record<NonNullable<DemoPost["kind"]>, number> = {
  evidence: 0.2,
  tried: 0.2,
  correction: 0.15,
  question: 0.05,
  reply: 0,
};
const reasonsFor: Record<NonNullable<DemoPost["kind"]>, VoteReason[]> = {
  evidence: ["new-evidence", "clear-reasoning"],
  tried: ["first-hand", "new-evidence"],
  correction: ["clear-reasoning", "answered"],
  question: ["clear-reasoning", "fair"],
  reply: ["clear-reasoning", "fair", "answered", "first-hand"],
};
/** Minutes, on average, until somebody who reads a post has voted on it. */
const USUAL_WAIT = 240;

interface Written {
  /** Its place among all that was written. */
  index: number;
  by: DemoPerson;
  body: string;
  kind?: DemoPost["kind"];
  /** 0 for an opening post. */
  depth: number;
}

/** The votes on one post, in no order; none of its author. */
export function votesOn({ index, by, body, kind = "reply", depth }: Written): DemoVote[] {
  const dice = new Dice(index + 1);
  const isRead = 0.7 / (1 + 0.45 * depth);
  const pleasure = 0.35 + pleasures[kind] + Math.min(0.3, body.length / 4_000) + dice.next() * 0.2;
  return voters.flatMap((voter) => {
    if (voter === by || !dice.chance(isRead)) return [];
    const likeness = (sides[voter] ?? 0) * (sides[by] ?? 0);
    const worth = dice.chance(pleasure + 0.1 * likeness) ? 1 : 0;
    const agree = dice.chance(0.45) ? (dice.chance(0.55 + 0.35 * likeness) ? 1 : -1) : 0;
    if (!worth && !agree) return [];
    const reason = worth && dice.chance(0.3) ? dice.one(reasonsFor[kind]) : null;
    return [
      { by: voter, minutes: 2 + Math.round(dice.wait(USUAL_WAIT)), wish: { worth, agree, reason } },
    ];
  });
}
