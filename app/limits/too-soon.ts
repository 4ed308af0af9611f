import { Refusal } from "../refusals.ts";
import type { MessageKey } from "../strings/say.ts";
import { spanOf } from "./span.ts";

/** The refusal of what may be done again in so many seconds, which it tells in words; `said` names what it is, and how many there may be. */
export function tooSoon(
  wait: number,
  { key, most }: { key: MessageKey; most?: number } = { key: "refused.too-soon" },
): Refusal {
  const seconds = Math.max(1, Math.ceil(wait));
  const values = { ...spanOf(seconds), ...(most !== undefined && { most }) };
  return new Refusal(429, { key, values }, seconds);
}
