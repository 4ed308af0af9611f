import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { mayModerate, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { type Decision, decideWithin, demandDecision } from "./decide-case.server.ts";
import { demandPassage } from "./demand-passage.ts";
import { findPost } from "./find-post.server.ts";
import { findRepeated } from "./find-repeated.server.ts";
import { insertCase } from "./insert-case.server.ts";
import { isAway } from "./states.ts";
import { tellOfStop } from "./stop-moderator.server.ts";
import { findCase } from "./take-step.server.ts";

/** Decides on a post that nobody flagged, by opening a case: a moderator's to do, never about themselves. Answers the act's number, of what is sent twice the first one's. Where a case is open, or the post is kept away, it refuses with 409 and says where to decide. */
export async function openCase(
  db: Db,
  person: Person,
  postId: number,
  decision: Omit<Decision, "version">,
): Promise<number> {
  allow(mayModerate(person));
  const reason = demandReason(decision.reason);
  demandDecision(decision.kind);
  const { kind, now } = decision;
  const done = write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    await holdThread(trx, postId);
    const post = await findPost(trx, postId);
    if (post.author_id === person.id) throw new Refusal(403, { key: "deeds.case.own" });
    const repeated = await findRepeated(trx, person, postId, { ...decision, reason });
    if (repeated !== null) return repeated;
    if (isAway(post.state)) throw new Refusal(409, { key: "deeds.post.away" });
    const open = await trx
      .selectFrom("case")
      .select("id")
      .where("post_id", "=", postId)
      .where("closed_at", "is", null)
      .executeTakeFirst();
    if (open) throw new Refusal(409, { key: "deeds.case.open", values: { id: open.id } });
    const passage = decision.passage ? demandPassage(post.html, decision.passage) : null;
    const begun = { kind: kind === "spam" ? "spam" : "rules", passage, now } as const;
    const row = await findCase(trx, await insertCase(trx, post, begun));
    return decideWithin(trx, person, row, { ...decision, reason, passage });
  });
  return tellOfStop(db, person, done, now);
}

/** From here on whoever else decides on a post of the thread comes after. */
async function holdThread(trx: Trx, postId: number) {
  const held = await trx
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", (eb) => eb.selectFrom("post").select("thread_id").where("id", "=", postId))
    .executeTakeFirst();
  if (held.numUpdatedRows === 0n) throw new Refusal(404, { key: "deeds.post.none" });
}
