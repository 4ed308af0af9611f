/** A line to the author of a post that somebody found exemplary. */
import { WrongForm } from "../refusals.ts";
import { seenOf } from "../strings/seen.ts";

/** Longest line, in characters. */
export const LINE_LETTERS = 300;
/** Seconds between two lines of one person. */
export const LINE_PAUSE = 8 * 3600;

/** The line of a form, as it is kept: each gap in it one space; throws WrongForm. */
export function readLine(form: { get(name: string): unknown }): string {
  const typed = form.get("line");
  const line = typeof typed === "string" ? typed.replace(/[\s\p{Cc}]+/gu, " ").trim() : "";
  const letters = [...line].length;
  if (!/[\p{L}\p{N}]/u.test(seenOf(line))) {
    throw new WrongForm({ line: { key: "standing.line.missing" } });
  }
  if (letters > LINE_LETTERS) {
    throw new WrongForm({
      line: { key: "standing.line.long", values: { most: LINE_LETTERS, letters } },
    });
  }
  return line;
}

/** When somebody may send their next line, in epoch seconds, under a scale of limits. */
export const nextLineAt = (lastAt: number, limits: number): number =>
  lastAt + Math.ceil(LINE_PAUSE / limits);
