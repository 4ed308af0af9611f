/** A span of time as people say it: what app/strings/en/span.ts puts into words. */

const MINUTE = 60;
const HOUR = 3600;

/** A type and not an interface, so that it fits among the values of a message. */
export type Span = { count: number; unit: "seconds" | "minutes" | "hours" | "about-hours" };

/** So many seconds, from two minutes on in whole minutes, from two hours on in hours; never less than one. */
export function spanOf(seconds: number): Span {
  if (seconds <= 2 * MINUTE) return { count: Math.max(1, Math.ceil(seconds)), unit: "seconds" };
  if (seconds < 2 * HOUR) return { count: Math.ceil(seconds / MINUTE), unit: "minutes" };
  return {
    count: Math.round(seconds / HOUR),
    unit: seconds % HOUR === 0 ? "hours" : "about-hours",
  };
}
