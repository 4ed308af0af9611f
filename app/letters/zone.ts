/** Time zones, by their IANA names. */
import { inWords } from "../ui/time.tsx";

const formats = new Map<string, Intl.DateTimeFormat>();
/** Each takes some 45 KB. */
const MOST_KEPT = 100;

/** What tells the clock of a zone; null where the zone is not known here. */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const name = zone.toLowerCase();
  const known = formats.get(name);
  if (known) return known;
  const format = makeFormat(name);
  if (!format) return null;
  if (formats.size >= MOST_KEPT) formats.clear();
  formats.set(name, format);
  return format;
}

function makeFormat(zone: string): Intl.DateTimeFormat | null {
  // Offsets like +05:00 are no zones: nobody moves their clocks.
  if (!/^[a-z]+([/_+-][a-z0-9]+)*$/.test(zone) || zone.length > 60) return null;
  try {
    return new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
      ...{ hour: "numeric", minute: "numeric", second: "numeric" },
    });
  } catch {
    return null;
  }
}

/** Whether there is a zone of this name. */
export const isZone = (zone: string): boolean => formatOf(zone) !== null;

/** A moment as its zone's clock shows it, with the zone's name: "23 Nov 2026, 08:00 (Europe/Lisbon)"; by UTC where the zone is not known. */
export function inZone(zone: string, at: number): string {
  const shown = new Date(clockAt(zone, at) * 1000).toISOString().slice(11, 16);
  return `${inWords(clockAt(zone, at))}, ${shown} (${isZone(zone) ? zone : "UTC"})`;
}

/** The names to choose from. */
export const zoneNames = (): string[] => ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** What a clock in the zone shows at a moment, as if it were UTC, in seconds; by UTC where the zone is not known. */
export function clockAt(zone: string, at: number): number {
  const parts = formatOf(zone)?.formatToParts(at * 1000);
  if (!parts) return at;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (
    ["year", "month", "day", "hour", "minute", "second"] as const
  ).map((type) => Number(parts.find((part) => part.type === type)?.value));
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}
