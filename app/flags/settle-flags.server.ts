import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { weighVoteAgain } from "../votes/weigh-again.server.ts";
import { flagReasons, reasonFacts } from "./reasons.ts";

const urgent = flagReasons.filter((reason) => reasonFacts[reason].isUrgent);

/** Gives the open flags of a case their verdict, or ends them without one. One that was urgent and is rejected counts double; what whoever flagged had agreed or disagreed with counts again, unless their flag was rejected. */
export async function settleFlags(
  trx: Trx,
  { id, post_id }: { id: number; post_id: number },
  verdict: "upheld" | "rejected" | null,
  now: number,
): Promise<void> {
  const open = await trx
    .selectFrom("flag")
    .leftJoin("vote", (join) =>
      join
        .onRef("vote.post_id", "=", "flag.post_id")
        .onRef("vote.person_id", "=", "flag.person_id")
        .on("vote.worth", "=", 0)
        .on("vote.agree", "!=", 0),
    )
    .select(["flag.person_id", "vote.agree"])
    .where("flag.case_id", "=", id)
    .where("flag.decided_at", "is", null)
    .orderBy("flag.person_id")
    .execute();
  await trx
    .updateTable("flag")
    .set((eb) => ({
      ...{ verdict, decided_at: now },
      counts:
        verdict === "rejected"
          ? eb.case().when("reason", "in", urgent).then(2).else(1).end()
          : sql.lit(1),
    }))
    .where("case_id", "=", id)
    .where("decided_at", "is", null)
    .execute();
  for (const { person_id, agree } of open) {
    if (agree !== null) await weighVoteAgain(trx, post_id, person_id, now);
  }
}

/** Takes back the verdicts that were given at a moment, with the decision that gave them: its flags are over without one. */
export async function unsettleFlags(
  trx: Trx,
  { id, post_id }: { id: number; post_id: number },
  decidedAt: number,
  now: number,
): Promise<void> {
  const changed = await trx
    .updateTable("flag")
    .set({ verdict: null, counts: 1 })
    .where("case_id", "=", id)
    .where("decided_at", "=", decidedAt)
    .where("verdict", "is not", null)
    .returning("person_id")
    .execute();
  for (const { person_id } of changed) await weighVoteAgain(trx, post_id, person_id, now);
}
