import type { Trx } from "#db/open.server.ts";
import type { ActRow } from "./find-act.server.ts";

/** Settles for whom they are from what appeals wait about an act that is undone, or about its case: nothing is left to decide. */
export async function closeAppeals(
  trx: Trx,
  undoneId: number,
  by: Pick<ActRow, "by_id" | "case_id" | "at"> & { reason: string },
): Promise<void> {
  await trx
    .updateTable("appeal")
    .set({
      ...{ decided_at: by.at, decided_by_id: by.by_id },
      ...{ verdict: "overturned", reason: by.reason },
    })
    .where("decided_at", "is", null)
    .where((eb) =>
      eb.or([
        eb("action_id", "=", undoneId),
        eb(
          "action_id",
          "in",
          eb.selectFrom("action").select("id").where("case_id", "=", by.case_id),
        ),
      ]),
    )
    .execute();
}
