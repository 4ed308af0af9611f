import type { Trx } from "#db/open.server.ts";
import { readStandards } from "../ranking/read-standards.server.ts";
import { countAgain } from "./cast-vote.server.ts";
import { findVoted } from "./find-voted.server.ts";

/** Brings what somebody's vote adds to a post into line after they flagged it, or their flag was taken back or decided: one that only agrees or disagrees stays out meanwhile. The vote itself stays as it is. */
export async function weighVoteAgain(
  trx: Trx,
  postId: number,
  personId: number,
  now: number,
): Promise<void> {
  const voted = await findVoted(trx, postId, personId);
  if (!voted.agree || voted.worth) return;
  const person = await trx
    .selectFrom("person")
    .select(["id", "level"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const standards = await readStandards(trx);
  await countAgain(trx, { voted, person, standards, now });
}
