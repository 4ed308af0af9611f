/** When the next regular letter is made. */
import type { Digest } from "#db/schema.ts";
import { clockAt } from "./zone.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

export interface Rhythm {
  digest: Digest;
  /** Of a weekly letter: 0 for Sunday. */
  weekday: number;
  /** By the clock of the zone. */
  hour: number;
  /** By its IANA name; UTC where it is not known. */
  zone: string;
}

/** The first moment after `after`, in epoch seconds, at which the zone's clock shows the hour of a day of the rhythm; null for none. Where that hour is left out, the moment at which the clock jumps over it; where it comes twice, its first. */
export function nextTime({ digest, weekday, hour, zone }: Rhythm, after: number): number | null {
  if (digest === "none") return null;
  const today = Math.floor(clockAt(zone, after) / DAY) * DAY;
  // A day back, for a clock that was put back over midnight; a day on, for a day that a zone left out.
  for (let day = -1; day <= 9; day += 1) {
    const midnight = today + day * DAY;
    if (digest === "weekly" && new Date(midnight * 1000).getUTCDay() !== weekday) continue;
    const at = momentOf(midnight + hour * HOUR, zone);
    if (at > after) return at;
  }
  return null;
}

/** The first moment at which the zone's clock shows a time, or has just jumped over it. */
function momentOf(shown: number, zone: string): number {
  // Of the distances from UTC around that time one is right, unless it is left out.
  const distances = [shown - 30 * HOUR, shown - DAY, shown, shown + DAY].map(
    (at) => clockAt(zone, at) - at,
  );
  const moments = distances.map((distance) => shown - distance);
  const right = moments.filter((at) => clockAt(zone, at) === shown);
  // By the clock as it was before it jumped.
  return right.length > 0 ? Math.min(...right) : shown - distances[1]!;
}
