import type { Selectable } from "kysely";
import type { Trx } from "#db/open.server.ts";
import type { ActionTable } from "#db/schema.ts";
import { Refusal } from "../refusals.ts";
import { refuseUndone } from "./demand-undo.ts";

export type ActRow = Selectable<ActionTable>;

/** An act as it stands in this transaction; refuses with 404 where there is none, and with 409 one that was undone. */
export async function findAct(trx: Trx, id: number): Promise<ActRow> {
  const act = await trx.selectFrom("action").selectAll().where("id", "=", id).executeTakeFirst();
  if (!act) throw new Refusal(404, { key: "deeds.act.none" });
  refuseUndone(act.undone_by_id);
  return act;
}
