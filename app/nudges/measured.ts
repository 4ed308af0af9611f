/** What was measured of the scorer, as `npm run evaluate -- --json` writes it into app/substance/measured.json. */

/** One figure that was set as a goal before it was measured. */
export interface Goal {
  /** The set and what is measured on it: "kaggle_insults: AUC". */
  what: string;
  found: number;
  reach: number;
  aim?: number | null;
  /** What is better small: false alarms. */
  atMost?: boolean;
  /** What the best of the simple means reaches. */
  simple?: number | null;
  /** What others published, in their unit, and where. */
  published?: string | null;
}

/** Any other table, its cells in words. */
export interface MeasuredTable {
  title: string;
  note?: string;
  head: string[];
  rows: string[][];
}

export interface Measured {
  /** The day of measuring, like "2026-11-22"; empty where nothing was measured yet. */
  at: string;
  goals: Goal[];
  tables: MeasuredTable[];
}

export const isMissed = ({ found, reach, atMost }: Goal) =>
  atMost ? found > reach : found < reach;

/** Missed goals first, those missed most before the others. */
export const missesFirst = (goals: readonly Goal[]): Goal[] =>
  goals.toSorted((a, b) => Number(isMissed(b)) - Number(isMissed(a)) || ahead(a) - ahead(b));

const ahead = ({ found, reach, atMost }: Goal) => (atMost ? reach - found : found - reach);
