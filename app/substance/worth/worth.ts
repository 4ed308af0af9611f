/** The score of substance: does a text give a reason, a fact, a source, a distinction, an honest question? */
import { exponential } from "../chance.ts";
import type { Prose } from "../prose.ts";
import type { Passage } from "../scores.ts";
import { bestFirst, fading, giving, type Seen, seeText, weigh } from "./evidence.ts";
import { featureNames } from "./features.ts";
import { reasonsOf } from "./signals.ts";
import type { WorthWeights } from "./weights.ts";

export interface Worth {
  /** 0 nothing, near 0.4 a little, near 0.65 some, from 0.8 much. */
  readonly substance: number;
  /** The sentences that gave most, in the order of the text. */
  readonly passages: readonly Passage[];
}

const mostPassages = 5;
const leastGiven = 0.3;

/** What a sentence that is an insult from end to end is lowered by: a claim in it is hardly one. */
const insultCosts = 0.6;

/** Sentences below this share of the best are counted for less, and soon for nothing. */
const besideBest = 0.35;

type Stretch = Pick<Passage, "start" | "end" | "weight">;

/** Scores what `prose` left of a text, its offsets kept, with the insults found in it; never throws, in time linear in its length. */
export function worth(cut: Prose, weights: WorthWeights, insults: readonly Stretch[] = []): Worth {
  const seen = seeText(cut, weights.vocabulary);
  const insulting = shareOfInsults(seen, insults);
  const given = seen.map((sentence, index) => {
    const weight = weigh(sentence, weights) - insultCosts * insulting[index]!;
    return sentence.counts * giving(weight);
  });
  const order = bestFirst(given);
  let sum = 0;
  let share = 1;
  const passages: Passage[] = [];
  for (const index of order) {
    const gives = share * given[index]! * besides(given[index]!, given[order[0]!]!);
    sum += gives;
    share *= fading;
    if (passages.length < mostPassages && given[index]! >= leastGiven) {
      const { start, end } = seen[index]!.piece;
      const reason = reasonOf(seen[index]!, weights);
      if (reason)
        passages.push({ start, end, kind: "substance", reason, weight: 1 - exponential(-gives) });
    }
  }
  passages.sort((one, other) => one.start - other.start);
  return { substance: 1 - exponential(-sum), passages };
}

/** Beside a sentence that gives much, one that gives next to nothing gives nothing. */
const besides = (gives: number, best: number) => Math.min(1, gives / (besideBest * best || 1)) ** 2;

/** How much of each sentence insults, 0 to 1; both are in the order of the text. */
function shareOfInsults(seen: readonly Seen[], insults: readonly Stretch[]): number[] {
  let next = 0;
  return seen.map(({ piece: { start, end } }) => {
    while (next < insults.length && insults[next]!.end <= start) next++;
    let covered = 0;
    for (let at = next; at < insults.length && insults[at]!.start < end; at++) {
      const { start: from, end: to, weight } = insults[at]!;
      covered += weight * (Math.min(end, to) - Math.max(start, from));
    }
    return covered / Math.max(1, end - start);
  });
}

/** The signal that did most for a sentence, of those that can be said. */
function reasonOf({ features }: Seen, weights: WorthWeights): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (let index = 0; index < features.length; index++) {
    const reason = reasonsOf[featureNames[index]!];
    if (!reason || features[index] === 0) continue;
    const part = (0.1 + Math.max(0, weights.features[index]!)) * features[index]!;
    if (part > most) {
      most = part;
      best = reason;
    }
  }
  return best;
}
