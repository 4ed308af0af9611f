import type { Scorer, Scores } from "../substance/scores.ts";

const nothing: Scores = { insult: 0, substance: 0, passages: [], judged: false };

/** The scorer as the forum uses it: got at the first text, and what goes wrong with it is reported and keeps nobody from posting. */
export function carefulScorer(
  load: () => Scorer | undefined,
  report: (error: unknown) => void,
): () => Scorer | undefined {
  let loaded: { scorer: Scorer | undefined } | null = null;
  return () => {
    loaded ??= { scorer: attempt<Scorer | undefined>(load, undefined, report) };
    const { scorer } = loaded;
    if (!scorer) return undefined;
    return (markdown) => {
      const scores = attempt(() => scorer(markdown), nothing, report);
      const { insult, judged } = scores;
      // They may be worked out as they are asked for; what failed then is not tried again.
      const substance = once(() => attempt(() => scores.substance, nothing.substance, report));
      const passages = once(() => attempt(() => scores.passages, nothing.passages, report));
      return {
        ...{ insult, judged },
        get substance() {
          return substance();
        },
        get passages() {
          return passages();
        },
      };
    };
  };
}

function once<Answer>(ask: () => Answer): () => Answer {
  let answered: { answer: Answer } | null = null;
  return () => {
    answered ??= { answer: ask() };
    return answered.answer;
  };
}

function attempt<Answer>(
  ask: () => Answer,
  otherwise: Answer,
  report: (error: unknown) => void,
): Answer {
  try {
    return ask();
  } catch (error) {
    report(error);
    return otherwise;
  }
}
