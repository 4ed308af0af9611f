/** Whether a new text clears its post by itself (mechanism, M8). */
import { readableText } from "../flags/find-passage.ts";
import type { Scorer } from "../substance/scores.ts";
import { nearlyHolds } from "./holds-passage.ts";

/** A scorer that sees less than this sees no insult. */
const HARMLESS = 0.35;

interface Judged {
  body: string;
  html: string;
  /** Null where the whole post was asked about. */
  passage: string | null;
  /** A moderator found a new text not to be enough before. */
  wasRefused: boolean;
}

/** Is the passage, and nearly all of it, gone from the new text, and does a scorer, where one is on and can judge, see no insult in it? Never where a moderator has to say what is meant. */
export function isCleared(
  scorer: Scorer | undefined,
  { body, html, passage, wasRefused }: Judged,
): boolean {
  if (passage === null || wasRefused || nearlyHolds(readableText(html), passage)) return false;
  const scores = scorer?.(body);
  return !scores?.judged || scores.insult < HARMLESS;
}
