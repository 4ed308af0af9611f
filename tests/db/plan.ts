/** How the engine would answer what a read asks. */
import { CompiledQuery, type RootOperationNode, sql } from "kysely";
import { engineOf } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";

/** The steps of the engine's plan for each query that a read makes, in order, in SQLite's words. */
export async function plansOf(db: Db, read: (db: Db) => Promise<unknown>): Promise<string[][]> {
  const explain = engineOf(db) === "sqlite" ? explainSqlite : explainPostgres;
  const plans: string[][] = [];
  for (const query of await queriesOf(db, read)) plans.push(await explain(db, query));
  return plans;
}

/** The queries that a read makes, in order; it is made twice, for what it prepares on the way is none. */
export async function queriesOf(
  db: Db,
  read: (db: Db) => Promise<unknown>,
): Promise<CompiledQuery[]> {
  await read(db);
  const { listening, asked } = listenTo(db);
  await read(listening);
  return asked;
}

/** A handle that keeps all that is asked of it, what a prepared query asks also as its builder made it. */
export function listenTo(db: Db): { listening: Db; asked: CompiledQuery[] } {
  const asked: CompiledQuery[] = [];
  const listening = db.withPlugin({
    transformQuery({ node, queryId }): RootOperationNode {
      asked.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const run = listening.executeQuery.bind(listening);
  listening.executeQuery = (query, ...others) => {
    asked.push(query as CompiledQuery);
    return run(query, ...others);
  };
  return { listening, asked };
}

/** How many rows a read is handed. */
export async function countRows(db: Db, read: (db: Db) => Promise<unknown>): Promise<number> {
  let count = 0;
  const counting = db.withoutPlugins();
  const run = counting.executeQuery.bind(counting);
  counting.executeQuery = async <Row>(query: CompiledQuery<Row>, ...others: never[]) => {
    const answer = await run<Row>(query, ...others);
    count += answer.rows.length;
    return answer;
  };
  await read(counting);
  return count;
}

async function explainSqlite(db: Db, { sql, parameters }: CompiledQuery) {
  const explain = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await db.executeQuery<{ detail: string }>(explain);
  return rows.map((row) => row.detail);
}

/** What a table as small as a test's would hide: whether an index can serve at all. */
const whereAnIndexServes = ["seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin", "material"];

interface Step {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Step[];
}

async function explainPostgres(db: Db, query: CompiledQuery) {
  return stepsOf(await explainedByPostgres<Step>(db, query));
}

/** PostgreSQL's plan for a query, with what else `explain` is asked for, where it takes an index if one serves. */
export function explainedByPostgres<Step>(
  db: Db,
  { sql, parameters }: CompiledQuery,
  more = "verbose off",
): Promise<Step> {
  return db.transaction().execute(async (trx) => {
    await prefer(trx);
    const explain = CompiledQuery.raw(`explain (${more}, format json) ${sql}`, [...parameters]);
    const { rows } = await trx.executeQuery<{ "QUERY PLAN": { Plan: Step }[] }>(explain);
    return rows[0]!["QUERY PLAN"][0]!.Plan;
  });
}

async function prefer(trx: Trx) {
  for (const name of whereAnIndexServes)
    await sql.raw(`set local enable_${name} = off`).execute(trx);
}

function stepsOf(step: Step): string[] {
  const table = step["Relation Name"];
  const kind = step["Node Type"];
  const below = (step.Plans ?? []).flatMap(stepsOf);
  if (kind === "Seq Scan") return [`SCAN ${table}`, ...below];
  if (kind === "Sort") return ["USE TEMP B-TREE FOR ORDER BY", ...below];
  if (!kind.startsWith("Index")) return below;
  const using = `USING ${kind === "Index Only Scan" ? "COVERING " : ""}INDEX ${step["Index Name"]}`;
  const found = step["Index Cond"];
  return [found ? `SEARCH ${table} ${using} ${asked(found)}` : `SCAN ${table} ${using}`, ...below];
}

/** "((thread_id = $1) AND (id > thread_visit.latest_id))" as "(thread_id=? AND id>?)". */
const asked = (condition: string) => {
  const parts = condition.split(" AND ");
  const short = parts.map((part) =>
    part.replace(/^\(+/, "").replace(/^([\w.]+) ([<>=]+) .*/, "$1$2?"),
  );
  return `(${short.join(" AND ")})`;
};
