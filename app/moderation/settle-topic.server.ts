/** What is done on a thread because its post was flagged as off topic. */
import type { Trx } from "#db/open.server.ts";
import { gravestOf } from "../flags/gravest.ts";
import { type FlagReason, isFlagReason, reasonFacts } from "../flags/reasons.ts";
import { tellModerators } from "../flags/tell-moderators.server.ts";
import { weighCase } from "../flags/weigh-case.server.ts";
import { fromUnits } from "../ranking/units.ts";
import { type Act, recordAct } from "./act.server.ts";
import { findPost } from "./find-post.server.ts";
import { insertCase } from "./insert-case.server.ts";
import { settleCase } from "./settle-case.server.ts";
import { type CaseRow, findCase } from "./take-step.server.ts";

/** Writes down an act on a thread that does what flags for being off topic ask for: as the decision on the post's case where one waits about that, by which they are upheld and the post stands, while what else it was flagged for waits in a case of its own; by itself where there is none, or the post is their own who act. Answers its number. */
export async function settleTopic(trx: Trx, postId: number, act: Act): Promise<number> {
  const { kind, office, byId, reason, details = {}, before = {}, now } = act;
  const waiting = await trx
    .selectFrom("case")
    .select("id")
    .where("post_id", "=", postId)
    .where("kind", "=", "topic")
    .where("state", "=", "open")
    .where("closed_at", "is", null)
    .where("author_id", "!=", byId)
    .executeTakeFirst();
  if (!waiting) return recordAct(trx, act);
  const settling = { kind, event: "settle", office, byId, reason, before, now } as const;
  const row = await findCase(trx, waiting.id);
  const waitsSince = row.waits_since;
  const id = await settleCase(trx, row, { ...settling, more: { details } });
  await partOthers(trx, row, { waitsSince, now });
  return id;
}

/** Puts the flags of a case that its decision did not answer in a case of their own, which waits for as long as it did. */
async function partOthers(
  trx: Trx,
  row: CaseRow,
  { waitsSince, now }: { waitsSince: number | null; now: number },
) {
  const flags = await trx
    .selectFrom("flag")
    .select(["id", "reason", "passage", "weight"])
    .where("case_id", "=", row.id)
    .where("decided_at", "is", null)
    .orderBy("id")
    .execute();
  const [gravest] = gravestOf(weightsOf(flags));
  if (!gravest) return;
  const post = await findPost(trx, row.post_id);
  const id = await insertCase(trx, post, {
    kind: reasonFacts[gravest].kind,
    passage: flags.find(({ reason }) => reason === gravest)!.passage,
    ...{ waitsSince, now },
  });
  await trx
    .updateTable("flag")
    .set({ case_id: id })
    .where("case_id", "=", row.id)
    .where("decided_at", "is", null)
    .execute();
  const isLeft = { flag_count: row.flag_count - flags.length };
  await trx.updateTable("case").set(isLeft).where("id", "=", row.id).execute();
  const parted = (await weighCase(trx, await findCase(trx, id), now)).case;
  if (parted.is_urgent === 1) await tellModerators(trx, parted, now);
}

function weightsOf(flags: readonly { reason: string; weight: number }[]) {
  const weights = new Map<FlagReason, number>();
  for (const { reason, weight } of flags) {
    if (!isFlagReason(reason)) continue;
    weights.set(reason, (weights.get(reason) ?? 0) + fromUnits(weight));
  }
  return weights;
}
