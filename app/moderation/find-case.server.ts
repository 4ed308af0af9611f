import type { Selectable } from "kysely";
import type { Trx } from "#db/open.server.ts";
import type { CaseTable } from "#db/schema.ts";
import { Refusal } from "../refusals.ts";

export type CaseRow = Selectable<CaseTable>;

/** A case, its thread's row being held from here on, so that of two who decide at once one comes after the other; refuses with 404 where there is none. The thread's page is raised by it. */
export async function findCase(trx: Trx, id: number): Promise<CaseRow> {
  await trx
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", (eb) => eb.selectFrom("case").select("thread_id").where("id", "=", id))
    .execute();
  const row = await trx.selectFrom("case").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "deeds.case.none" });
  return row;
}
