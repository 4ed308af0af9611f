/** Whether a new text clears its post by itself (mechanism, M8). */
import { readableText } from "../flags/find-passage.ts";
import type { Scorer } from "../substance/scores.ts";
import { nearlyHolds } from "./holds-passage.ts";

/** A scorer that sees less than this sees no insult. */
const HARMLESS = 0.35;

interface Judged {
  /** Of an opening post; else null. */
  title: string | null;
  body: string;
  html: string;
  /** Null where the whole post was asked about. */
  passage: string | null;
  /** A moderator found a new text not to be enough before. */
  wasRefused: boolean;
}

/** Is the passage, and nearly all of it, gone from the new text and from the title above it, and does a scorer, where one is on and can judge, see no insult in either? Never where a moderator has to say what is meant. */
export function isCleared(
  scorer: Scorer | undefined,
  { title, body, html, passage, wasRefused }: Judged,
): boolean {
  if (passage === null || wasRefused) return false;
  const titles = title === null ? [] : [title];
  if ([...titles, readableText(html)].some((text) => nearlyHolds(text, passage))) return false;
  return [...titles, body].every((text) => {
    const scores = scorer?.(text);
    return !scores?.judged || scores.insult < HARMLESS;
  });
}
