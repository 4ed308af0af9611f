/** What the scorer says of a text. */
import { insultBy } from "./insult.ts";
import { isEnglish } from "./language.ts";
import { prose } from "./prose.ts";
import type { Passage, Scorer } from "./scores.ts";
import { sentencesOf } from "./tokens.ts";
import type { Tone } from "./tone.ts";
import type { Weights } from "./weights.ts";
import type { WorthWeights } from "./worth/weights.ts";
import { worth } from "./worth/worth.ts";

/** A scorer by weights that were learnt. */
export function scoreBy(forInsult: Weights, tone: Tone, forWorth: WorthWeights): Scorer {
  const insultOf = insultBy(forInsult, tone);
  return (markdown) => {
    const cut = prose(markdown);
    const sentences = sentencesOf(cut.text);
    const { insult, passages } = insultOf(sentences, cut.text, cut.cuts);
    const given = worth(cut, forWorth, passages);
    return {
      insult,
      substance: given.substance,
      passages: [...passages, ...given.passages].sort(inOrder),
      judged: isEnglish(sentences),
    };
  };
}

const inOrder = (one: Passage, other: Passage) => one.start - other.start || one.end - other.end;
