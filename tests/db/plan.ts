/** How the engine would answer what a read asks. */
import { CompiledQuery, type RootOperationNode } from "kysely";
import type { Db } from "#db/open.server.ts";

/** The steps of the engine's plan for each query that a read makes, in order. */
export async function plansOf(db: Db, read: (db: Db) => Promise<unknown>): Promise<string[][]> {
  const asked: CompiledQuery[] = [];
  const listening = db.withPlugin({
    transformQuery({ node, queryId }): RootOperationNode {
      asked.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await read(listening);
  const plans: string[][] = [];
  for (const { sql, parameters } of asked) {
    const explain = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
    const { rows } = await db.executeQuery<{ detail: string }>(explain);
    plans.push(rows.map((row) => row.detail));
  }
  return plans;
}
