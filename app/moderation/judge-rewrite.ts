/** Whether a new text clears its post by itself (mechanism, M8). */
import { findPassage } from "../flags/find-passage.ts";
import type { Scorer } from "../substance/scores.ts";

/** A scorer that sees less than this sees no insult. */
const HARMLESS = 0.35;

/** Is the passage gone from the new text or changed, and does a scorer, where one is on and can judge, see no insult in it? */
export function isCleared(
  scorer: Scorer | undefined,
  { body, html, passage }: { body: string; html: string; passage: string | null },
): boolean {
  if (passage !== null && findPassage(html, passage) !== null) return false;
  const scores = scorer?.(body);
  return !scores?.judged || scores.insult < HARMLESS;
}
