/** How many rows, of posts and their tallies or of other tables, an engine takes into its hands to answer what a read asks. */
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { inject } from "vitest";
import { type Db, wrapDatabase } from "#db/open.server.ts";
import type { Schema } from "#db/schema.ts";
import { explainedByPostgres, queriesOf } from "../db/plan.ts";
import { closeAfterwards, openForum } from "../forum.ts";

type Tables = readonly (keyof Schema)[];

/** Rows that are touched, found in an index or in the table, whether they are then used or not. */
export type Touched = (read: (db: Db) => Promise<unknown>) => Promise<number>;

/** A forum in which rows of some tables that are touched can be counted. */
export async function openCounted(
  tables: Tables = ["post", "tally"],
): Promise<{ db: Db; touched: Touched }> {
  return inject("engine") === "sqlite" ? openSqlite(tables) : openPostgres(tables);
}

/** Each table stands behind a view there that calls a function of ours for each row that it hands over. */
function openSqlite(tables: Tables) {
  const sqlite = new Database(readFileSync(inject("migrated")));
  const db = closeAfterwards(wrapDatabase(sqlite));
  let count = 0;
  sqlite.function("touch", { deterministic: false }, () => {
    count += 1;
    return 1;
  });
  const touched: Touched = async (read) => {
    sqlite.exec("pragma trusted_schema = on");
    for (const table of tables)
      sqlite.exec(`create temp view ${table} as select * from main.${table} where touch()`);
    count = 0;
    // Statements that are kept are prepared again, since what the name stands for has changed.
    await read(db);
    for (const table of tables) sqlite.exec(`drop view temp.${table}`);
    return count;
  };
  return { db, touched };
}

interface Step {
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Step[];
}

/** The engine counts them itself. */
async function openPostgres(tables: Tables) {
  const { db } = await openForum();
  const touched: Touched = async (read) => {
    let count = 0;
    for (const query of await queriesOf(db, read)) {
      const step = await explainedByPostgres<Step>(db, query, "analyze, buffers off");
      count += rowsOf(step, tables);
    }
    return count;
  };
  return { db, touched };
}

function rowsOf(step: Step, tables: readonly string[]): number {
  const own = tables.includes(step["Relation Name"] ?? "") ? handled(step) : 0;
  return (step.Plans ?? []).reduce((sum, below) => sum + rowsOf(below, tables), own);
}

const handled = (step: Step) =>
  Math.round(
    step["Actual Loops"] *
      (step["Actual Rows"] +
        (step["Rows Removed by Filter"] ?? 0) +
        (step["Rows Removed by Index Recheck"] ?? 0)),
  );
