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
    return scorer && ((markdown) => attempt(() => scorer(markdown), nothing, report));
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
