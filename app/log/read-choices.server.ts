import type { Db } from "#db/open.server.ts";
import { monthOf } from "../nudges/month.ts";
import { monthsAway } from "./month.ts";

/** Most months that are offered; older ones are found by their address. */
const MOST_MONTHS = 60;

/** What the log can be narrowed to: the rules that there are, and the months since the first act of moderation. */
export async function readChoices(db: Db) {
  const rules = await db
    .selectFrom("rule")
    .select(["position as number", "title"])
    .where("retired_at", "is", null)
    .orderBy("position")
    .execute();
  const ends = (direction: "asc" | "desc") =>
    db.selectFrom("action").select("at").orderBy("at", direction).limit(1).executeTakeFirst();
  return { rules, months: monthsBetween((await ends("asc"))?.at, (await ends("desc"))?.at) };
}

/** The newest first. */
export function monthsBetween(first: number | undefined, last: number | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const months = [monthOf(last)];
  while (months.at(-1)! > monthOf(first) && months.length < MOST_MONTHS) {
    months.push(monthsAway(months.at(-1)!, -1));
  }
  return months;
}
