/** The reason of an act of power, which everybody may read. */
import { WrongForm } from "../refusals.ts";
import type { Said } from "../strings/say.ts";
import { seenOf } from "../strings/seen.ts";

export const REASON_MAX = 500;
/** Fewer letters that are seen, spaces left out, explain nothing to anybody. */
export const REASON_MIN = 10;

/** What is wrong with a reason, or null. */
export function weighReason(reason: string): Said | null {
  const seen = [...seenOf(reason)].length;
  if (seen === 0) return { key: "accounts.reason.missing" };
  if (seen < REASON_MIN) return { key: "accounts.reason.short", values: { least: REASON_MIN } };
  if ([...reason].length > REASON_MAX)
    return { key: "accounts.reason.long", values: { most: REASON_MAX } };
  return reason.includes("\0") ? { key: "form.nul" } : null;
}

/** The reason without the space around it; throws WrongForm. */
export function demandReason(reason: string): string {
  const wrong = weighReason(reason);
  if (wrong) throw new WrongForm({ reason: wrong });
  return reason.trim();
}
