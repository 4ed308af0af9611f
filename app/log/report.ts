/** The monthly report of moderation. */
import type { Office } from "#db/schema.ts";

export interface Month {
  /** Like "2026-11". */
  name: string;
  /** Authors that were asked to rewrite. */
  asked: number;
  /** New texts that were accepted. */
  rewritten: number;
  /** Decisions on flags, */
  decided: number;
  /** those that they were right, */
  upheld: number;
  /** and decisions of any kind that were taken back since. */
  reversed: number;
  /** The median from flag to decision; null where no flag was decided on. */
  hours: number | null;
}

export interface Report {
  month: string;
  /** Twelve of them, the one asked for last. */
  months: Month[];
  /** What was done in that month, by kind and office. */
  kinds: { kind: string; office: Office; count: number; undone: number }[];
}

export const measures = ["asked", "rewritten", "upheld", "reversed", "hours"] as const;
export type Measure = (typeof measures)[number];

/** The least round number of 1, 2 or 5 times a power of ten that nothing rises above. */
export function topOf(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most)!;
}

/** What stands on the axis of values up to `top`: its middle only where that is a whole number. */
export const ticksOf = (top: number): number[] => (top % 2 === 0 ? [0, top / 2, top] : [0, top]);
