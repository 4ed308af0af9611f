/** The time after since: in a search. */
const DAY = 86_400;
const days = { d: 1, w: 7, m: 30, y: 365 };

/** Epoch seconds of "2026-11-01", or of so many days, weeks, months or years before `now`: "7d", "2w", "3m", "1y"; null for anything else. */
export function readSince(value: string, now: number): number | null {
  const ago = /^(\d{1,4})([dwmy])$/i.exec(value);
  if (ago) return Math.max(0, now - Number(ago[1]) * days[ago[2]!.toLowerCase() as "d"] * DAY);
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!date) return null;
  const at = Date.parse(`${value}T00:00:00Z`);
  // The 31st of November is no day, though it can be counted to.
  const isDay = !Number.isNaN(at) && new Date(at).getUTCDate() === Number(date[3]);
  return isDay ? Math.max(0, at / 1000) : null;
}
