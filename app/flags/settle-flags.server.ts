/** What becomes of flags when it is decided on them. */
import type { Trx } from "#db/open.server.ts";
import type { CaseState } from "#db/schema.ts";
import type { CaseEvent } from "../moderation/states.ts";
import { weighVoteAgain } from "../votes/weigh-again.server.ts";
import { type FlagReason, flagReasons, reasonFacts } from "./reasons.ts";

type Verdict = "upheld" | "rejected";

const urgent = flagReasons.filter((reason) => reasonFacts[reason].isUrgent);

/** For what a post is kept away before anybody has looked. */
const awayFor = (state: CaseState): readonly FlagReason[] => (state === "held" ? ["spam"] : urgent);

const topical = flagReasons.filter((reason) => reasonFacts[reason].kind === "topic");

/** Which reasons an event of a case answers: what it was kept away for where it is given back for others to be decided, being off topic where its thread was moved or split, else all. */
export function answeredBy(event: CaseEvent, state: CaseState): readonly FlagReason[] {
  if (event === "return") return awayFor(state);
  return event === "settle" ? topical : flagReasons;
}

/** Whether people wait for a decision on something else of a post than what it is kept away for. */
export async function hasOtherFlags(
  trx: Trx,
  { id, state }: { id: number; state: CaseState },
): Promise<boolean> {
  const other = await trx
    .selectFrom("flag")
    .select("id")
    .where("case_id", "=", id)
    .where("decided_at", "is", null)
    .where("reason", "not in", awayFor(state))
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Gives the open flags of a case their verdict, all or those of some reasons, or ends them without one. One that was urgent and is rejected counts double; what whoever flagged agreed or disagreed with counts again, unless their flag was rejected. */
export async function settleFlags(
  trx: Trx,
  caseId: number,
  verdict: Verdict | null,
  now: number,
  reasons: readonly FlagReason[] = flagReasons,
): Promise<void> {
  const settled = await trx
    .updateTable("flag")
    .set({ verdict, decided_at: now })
    .where("case_id", "=", caseId)
    .where("reason", "in", reasons)
    .where("decided_at", "is", null)
    .returning(["post_id", "person_id"])
    .execute();
  if (verdict === "rejected") await countDouble(trx, caseId);
  // Open flags and rejected ones keep the same votes out.
  else await countVotesAgain(trx, settled, now);
}

/** Rejects what was upheld on a case: what it led to was undone, so it was wrong. */
export async function turnFlags(trx: Trx, caseId: number, now: number): Promise<void> {
  const turned = await trx
    .updateTable("flag")
    .set({ verdict: "rejected", decided_at: now })
    .where("case_id", "=", caseId)
    .where("verdict", "=", "upheld")
    .returning(["post_id", "person_id"])
    .execute();
  await countDouble(trx, caseId);
  await countVotesAgain(trx, turned, now);
}

/** Turns the verdict that the flags of a case got at `at`, when an act on its thread was done that is undone now. */
export async function turnVerdict(
  trx: Trx,
  caseId: number,
  { at, now }: { at: number; now: number },
): Promise<void> {
  const turned = await trx
    .updateTable("flag")
    .set((eb) => ({
      verdict: eb
        .case()
        .when("verdict", "=", "upheld")
        .then("rejected")
        .else("upheld")
        .end()
        .$castTo<Verdict>(),
      decided_at: now,
    }))
    .where("case_id", "=", caseId)
    .where("decided_at", "=", at)
    .where("verdict", "is not", null)
    .where("reason", "in", topical)
    .returning(["post_id", "person_id"])
    .execute();
  await countVotesAgain(trx, turned, now);
}

/** Opens the flags of a case again that ended at `at`, rejected or without a verdict: what ended them was taken back. What whoever flagged agreed or disagreed with is left out again. */
export async function reopenFlags(
  trx: Trx,
  caseId: number,
  { at, now }: { at: number; now: number },
): Promise<void> {
  const open = await trx
    .updateTable("flag")
    .set({ verdict: null, decided_at: null, counts: 1 })
    .where("decided_at", "=", at)
    // Of whoever took theirs back and flagged again, the last.
    .where("id", "in", (eb) =>
      eb
        .selectFrom("flag")
        .select((of) => of.fn.max("id").as("id"))
        .where("case_id", "=", caseId)
        .groupBy("person_id"),
    )
    .where((eb) => eb.or([eb("verdict", "is", null), eb("verdict", "=", "rejected")]))
    .returning(["post_id", "person_id"])
    .execute();
  await countVotesAgain(trx, open, now);
}

/** Upholds the open flags of a case that were raised before `until`, when its text became another. */
export async function upholdFormer(
  trx: Trx,
  caseId: number,
  until: number,
  now: number,
): Promise<void> {
  const upheld = await trx
    .updateTable("flag")
    .set({ verdict: "upheld", decided_at: now })
    .where("case_id", "=", caseId)
    .where("decided_at", "is", null)
    .where("flagged_at", "<=", until)
    .returning(["post_id", "person_id"])
    .execute();
  await countVotesAgain(trx, upheld, now);
}

const countDouble = (trx: Trx, caseId: number) =>
  trx
    .updateTable("flag")
    .set({ counts: 2 })
    .where("case_id", "=", caseId)
    .where("verdict", "=", "rejected")
    .where("reason", "in", urgent)
    .execute();

/** One by one and in order, so that two transactions that meet do not wait for each other. */
async function countVotesAgain(
  trx: Trx,
  flags: { post_id: number; person_id: number }[],
  now: number,
) {
  const [first] = flags;
  if (!first) return;
  const agreeing = await trx
    .selectFrom("vote")
    .select("person_id")
    .where("post_id", "=", first.post_id)
    .where("worth", "=", 0)
    .where("agree", "!=", 0)
    .where(
      "person_id",
      "in",
      flags.map(({ person_id }) => person_id),
    )
    .orderBy("person_id")
    .execute();
  for (const { person_id } of agreeing) await weighVoteAgain(trx, first.post_id, person_id, now);
}
