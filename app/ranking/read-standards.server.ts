import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared } from "#db/prepared.server.ts";
import type { Standards } from "./place.ts";
import { fromUnits } from "./units.ts";
import { priorOf } from "./worth.ts";

/** The scope of the forum as a whole. */
export const SITE = 0;

const standards = prepared((db) =>
  db
    .selectFrom(
      db
        .selectFrom("vote_total")
        .select([sql<number>`sum(worth)`.as("worth"), sql<number>`sum(counted)`.as("counted")])
        .as("total"),
    )
    .leftJoin("fit", (join) => join.on("fit.scope", "=", SITE))
    .select(["total.worth", "total.counted", "fit.slope", "fit.middle"]),
);

/** What posts are measured by at this moment. A deed asks before it writes: whoever votes moves it, and nobody need wait for them. */
export async function readStandards(db: Db | Trx): Promise<Standards> {
  const row = await standards.first(db, {});
  return {
    prior: priorOf(fromUnits(Number(row?.worth ?? 0)), fromUnits(Number(row?.counted ?? 0))),
    length: { slope: fromUnits(row?.slope ?? 0), middle: fromUnits(row?.middle ?? 0) },
  };
}
