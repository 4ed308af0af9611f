/** What would make a text stronger. */
import type { Scores } from "../substance/scores.ts";

/** Sentences that are shown at once. */
const MOST = 2;

const advise = (_markdown: string, _scores: Scores): readonly string[] => [];

/** What would make a text stronger, in sentences, the weightiest first; nothing of a language that the scorer cannot judge. */
export function adviceOn(markdown: string, scores: Scores): string[] {
  return scores.judged ? advise(markdown, scores).slice(0, MOST) : [];
}
