import type { Said } from "#app/strings/say.ts";

export const REASON_MAX = 500;

/** What is wrong with the reason of an act of power, or null. */
export function weighReason(reason: string): Said | null {
  if (!reason.trim()) return { key: "accounts.reason.missing" };
  if (reason.length > REASON_MAX)
    return { key: "accounts.reason.long", values: { most: REASON_MAX } };
  return reason.includes("\0") ? { key: "form.nul" } : null;
}
