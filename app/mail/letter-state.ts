/** How a letter stands. */

export const letterStates = ["waiting", "sending", "sent", "aside", "doubt"] as const;
export type LetterState = (typeof letterStates)[number];

/** Longer than any sending takes, in seconds: who took a letter before that is gone. */
export const LONGEST_SENDING = 600;

/** More letters of a state than these are not counted. */
export const MOST_COUNTED = 10_000;

interface Kept {
  taken_at: number | null;
  sent_at: number | null;
  set_aside_at: number | null;
  failure: string | null;
}

/** The state of a letter at a moment in epoch seconds. */
export function stateOf(letter: Kept, now: number): LetterState {
  if (letter.sent_at !== null) return "sent";
  if (letter.set_aside_at !== null) return "aside";
  if (letter.taken_at === null) return "waiting";
  // What broke while it was handed over left a word; what died with its process did not.
  const isOver = letter.failure !== null || letter.taken_at < now - LONGEST_SENDING;
  return isOver ? "doubt" : "sending";
}
