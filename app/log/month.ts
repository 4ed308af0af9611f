/** Months in UTC, like "2026-11". */

export const isMonth = (text: string): boolean => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text);

/** When it begins and when the next begins, in epoch seconds. */
export function spanOf(month: string): { from: number; to: number } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return { from: Date.UTC(year, number - 1) / 1000, to: Date.UTC(year, number) / 1000 };
}

/** The month so many after it, or before. */
export function monthsAway(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7);
}

const words = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const short = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

/** "November 2026". */
export const monthInWords = (month: string): string => words.format(spanOf(month).from * 1000);

/** "Nov". */
export const monthShort = (month: string): string => short.format(spanOf(month).from * 1000);
