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
    let given: ReturnType<typeof worth> | undefined;
    // Half of the work, and a text that is posted is mostly asked for its insult alone.
    const ofWorth = () => {
      given ??= worth(cut, forWorth, passages);
      return given;
    };
    return {
      insult,
      judged: isEnglish(sentences),
      get substance() {
        return ofWorth().substance;
      },
      get passages() {
        return [...passages, ...ofWorth().passages].sort(inOrder);
      },
    };
  };
}

const inOrder = (one: Passage, other: Passage) => one.start - other.start || one.end - other.end;
