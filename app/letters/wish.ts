/** Which letters somebody wishes for. */
import type { Digest } from "#db/schema.ts";
import { WrongForm } from "../refusals.ts";
import type { Problems } from "../strings/say.ts";
import type { Rhythm } from "./next-time.ts";
import { isZone } from "./zone.ts";

export interface Wish extends Rhythm {
  isAtOnce: boolean;
}

/** What everybody gets who said nothing else: mentions, and no regular letter; it would come on Monday mornings. */
export const USUAL: Wish = {
  ...{ isAtOnce: true, digest: "none", weekday: 1, hour: 8, zone: "UTC" },
};

export const digests: readonly Digest[] = ["none", "daily", "weekly"];

/** Reads the form: `at-once`, `digest`, `weekday`, `hour`, `zone`; throws WrongForm with every problem. */
export function readWish(form: { get: (name: string) => string | null }): Wish {
  const typed = (name: string) => form.get(name)?.trim() ?? "";
  const digest = digests.find((one) => one === typed("digest"));
  const weekday = wholeUpTo(6, typed("weekday") || String(USUAL.weekday));
  const hour = wholeUpTo(23, typed("hour"));
  const zone = typed("zone");
  const problems: Problems = {};
  if (!digest) problems.digest = { key: "letters.digest.wrong" };
  if (weekday === null) problems.weekday = { key: "letters.weekday.wrong" };
  if (hour === null) problems.hour = { key: "letters.hour.wrong" };
  if (!isZone(zone)) problems.zone = { key: "letters.zone.wrong" };
  if (!digest || weekday === null || hour === null || problems.zone) throw new WrongForm(problems);
  return { isAtOnce: typed("at-once") === "1", digest, weekday, hour, zone };
}

const wholeUpTo = (most: number, typed: string) =>
  /^\d{1,2}$/.test(typed) && Number(typed) <= most ? Number(typed) : null;
