import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import type { NudgeOutcome } from "#db/schema.ts";
import { monthOf } from "./month.ts";

/** What came of asking in one month. */
export interface MonthOfNudges extends Record<NudgeOutcome, number> {
  /** Like "2026-11". */
  month: string;
  /** Asked and neither posted nor dropped yet. */
  open: number;
}

/** Months that are shown. */
const MOST_MONTHS = 24;

const DAY = 86_400;
/** Whole days since 1970: of these there are few, whatever was asked. */
const day = sql<number>`asked_at / 86400`;

/** What came of asking, month by month of the asking, the newest first. */
export async function readOutcomes(db: Db): Promise<MonthOfNudges[]> {
  const counted = await db
    .selectFrom("nudge_outcome")
    .select((eb) => ["month", "outcome", eb.fn.countAll<number>().as("count")])
    .groupBy(["month", "outcome"])
    .execute();
  const open = await db
    .selectFrom("nudge")
    .select((eb) => [day.as("day"), eb.fn.countAll<number>().as("count")])
    .groupBy(day)
    .execute();
  const months = new Map<string, MonthOfNudges>();
  const of = (month: string) => {
    const known = months.get(month);
    const counts = known ?? { month, edited: 0, "as-it-was": 0, withdrawn: 0, open: 0 };
    months.set(month, counts);
    return counts;
  };
  for (const { month, outcome, count } of counted) of(month)[outcome] = count;
  for (const { day, count } of open) of(monthOf(day * DAY)).open += count;
  return [...months.values()]
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
    .slice(0, MOST_MONTHS);
}
