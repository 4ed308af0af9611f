import type { ExpressionBuilder } from "kysely";
import type { Db } from "#db/open.server.ts";
import type { Schema } from "#db/schema.ts";
import { monthOf } from "../nudges/month.ts";
import { monthsAway, spanOf } from "./month.ts";
import type { Month, Report } from "./report.ts";

/** Months of the plot, with the one that is asked for last. */
const MONTHS = 12;
/** Decisions whose time from the first flag is looked at; of a busier month, the last. */
const MOST_TIMED = 2_000;

/** What moderators and members' flags did in a month and in those before it, counted from the acts themselves. */
export async function readReport(db: Db, month: string): Promise<Report> {
  const first = monthsAway(month, 1 - MONTHS);
  const months: Month[] = [];
  for (let name = first; name <= month; name = monthsAway(name, 1)) {
    months.push(await readMonth(db, name));
  }
  return { month, months, kinds: await countKinds(db, month) };
}

/** The months of the first and the last act, or null where nothing was ever done. */
export async function findMonths(db: Db): Promise<{ first: string; latest: string } | null> {
  const ends = (direction: "asc" | "desc") =>
    db.selectFrom("action").select("at").orderBy("at", direction).limit(1).executeTakeFirst();
  const [first, last] = [await ends("asc"), await ends("desc")];
  return first && last ? { first: monthOf(first.at), latest: monthOf(last.at) } : null;
}

async function readMonth(db: Db, name: string): Promise<Month> {
  const span = spanOf(name);
  const acts = await db
    .selectFrom("action")
    .select((eb) => [
      eb.fn.count<number>("about_id").distinct().filterWhere("kind", "=", "ask").as("asked"),
      eb.fn.count<number>("id").filterWhere("kind", "in", rewritten).as("rewritten"),
      eb.fn
        .count<number>("id")
        .filterWhere("is_decision", "=", 1)
        .filterWhere("kind", "!=", "dismiss")
        .filterWhere(isOnFlags)
        .as("upheld"),
      eb.fn
        .count<number>("id")
        .filterWhere("is_decision", "=", 1)
        .filterWhere("undone_at", "is not", null)
        .as("reversed"),
      eb.fn
        .count<number>("id")
        .filterWhere("is_decision", "=", 1)
        .filterWhere(isOnFlags)
        .as("decided"),
    ])
    .where("at", ">=", span.from)
    .where("at", "<", span.to)
    .executeTakeFirstOrThrow();
  return {
    name,
    asked: Number(acts.asked),
    rewritten: Number(acts.rewritten),
    upheld: Number(acts.upheld),
    reversed: Number(acts.reversed),
    decided: Number(acts.decided),
    hours: await medianHours(db, span),
  };
}

/** Acts by which a new text was accepted. */
const rewritten = ["clear", "confirm"];

/** Not on a post that was held, or that a moderator came upon. */
const isOnFlags = ({ exists, selectFrom }: ExpressionBuilder<Schema, "action">) =>
  exists(
    selectFrom("flag").select("flag.id").whereRef("flag.case_id", "=", "action.case_id").limit(1),
  );

/** From the first flag of a case to the first decision on it. */
async function medianHours(db: Db, { from, to }: { from: number; to: number }) {
  const rows = await db
    .selectFrom("action")
    .innerJoin("flag", "flag.case_id", "action.case_id")
    .whereRef("flag.flagged_at", "<=", "action.at")
    .select((eb) => ["action.at", eb.fn.min("flag.flagged_at").as("flaggedAt")])
    .where("action.at", ">=", from)
    .where("action.at", "<", to)
    .where("action.is_decision", "=", 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("action as earlier")
            .select("earlier.id")
            .whereRef("earlier.case_id", "=", "action.case_id")
            .whereRef("earlier.id", "<", "action.id")
            .where("earlier.is_decision", "=", 1),
        ),
      ),
    )
    .groupBy(["action.id", "action.at"])
    .orderBy("action.at", "desc")
    .limit(MOST_TIMED)
    .execute();
  const seconds = rows.map(({ at, flaggedAt }) => at - flaggedAt).sort((one, other) => one - other);
  if (seconds.length === 0) return null;
  const middle = (seconds.length - 1) / 2;
  const median = (seconds[Math.floor(middle)]! + seconds[Math.ceil(middle)]!) / 2;
  return Math.round(median / 360) / 10;
}

async function countKinds(db: Db, month: string) {
  const { from, to } = spanOf(month);
  const rows = await db
    .selectFrom("action")
    .select((eb) => [
      "kind",
      "office",
      eb.fn.countAll<number>().as("count"),
      eb.fn.count<number>("undone_at").as("undone"),
    ])
    .where("at", ">=", from)
    .where("at", "<", to)
    .groupBy(["kind", "office"])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count), undone: Number(row.undone) }));
}
