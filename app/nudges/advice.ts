/** What would make a text stronger. */
import type { Scores } from "../substance/scores.ts";
import { advise } from "../substance/worth/advice.ts";

/** Shown at once. */
const MOST = 2;

/** What would make a text stronger, by the names under which the catalogue has it, the most useful first; nothing of a language that the scorer cannot judge. */
export function adviceOn(markdown: string, scores: Scores): string[] {
  return scores.judged ? advise(markdown, scores).slice(0, MOST) : [];
}
