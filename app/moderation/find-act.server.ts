import type { Selectable } from "kysely";
import type { Trx } from "#db/open.server.ts";
import type { ActionTable } from "#db/schema.ts";
import { Refusal } from "../refusals.ts";
import { type ActionKind, actions } from "./actions.ts";
import { refuseUndone } from "./demand-undo.ts";

export type ActRow = Selectable<ActionTable>;

/** The case in which an act is a step that an appeal stops; null for others, also for an act on a thread that settled one. */
export const caseStopped = ({ kind, case_id }: ActRow): number | null =>
  actions[kind as ActionKind]?.on === "case" ? case_id : null;

/** An act as it stands in this transaction; refuses with 404 where there is none, and with 409 one that was undone. */
export async function findAct(trx: Trx, id: number): Promise<ActRow> {
  const act = await trx.selectFrom("action").selectAll().where("id", "=", id).executeTakeFirst();
  if (!act) throw new Refusal(404, { key: "deeds.act.none" });
  refuseUndone(act.undone_by_id);
  return act;
}
