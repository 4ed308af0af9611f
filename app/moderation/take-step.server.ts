/** The one way in which a case and its post go from one state to another. */
import type { Trx } from "#db/open.server.ts";
import type { PostState } from "#db/schema.ts";
import { deliverAgain } from "../events/deliver-again.server.ts";
import { insultOfPost } from "../flags/insult-of-post.server.ts";
import { priorityOf, readersOf } from "../flags/priority.ts";
import { answeredBy, settleFlags } from "../flags/settle-flags.server.ts";
import { weighCase } from "../flags/weigh-case.server.ts";
import { retally } from "../ranking/retally.server.ts";
import { fromUnits, toUnits } from "../ranking/units.ts";
import { Refusal } from "../refusals.ts";
import { quoteOpening } from "../threads/quote-opening.server.ts";
import type { CaseRow } from "./find-case.server.ts";
import { findPost, type HeldPost } from "./find-post.server.ts";
import { giveBack } from "./give-back.server.ts";
import { keepAway } from "./keep-away.server.ts";
import { readFormer } from "./read-former.server.ts";
import { type CaseEvent, isAway, type Step, stepCase } from "./states.ts";
import { unredact } from "./unredact.server.ts";

export { type CaseRow, findCase } from "./find-case.server.ts";

export interface Taking {
  now: number;
  /** Who decided; null for members' flags and the clock. */
  byId?: number | null;
  /** What is decided with it on the flags that nobody decided on. */
  verdict?: "upheld" | "rejected" | null;
}

/** Lets something happen to a case: it and its post go where that leads, the text goes away or comes back, flags get their verdict, and the post's place follows. Refuses with 409 where no arrow leads on. The row is of findCase, in the same transaction; it is that of the new state afterwards. */
export async function takeStep(
  trx: Trx,
  row: CaseRow,
  event: CaseEvent,
  { now, byId = null, verdict = null }: Taking,
): Promise<Step> {
  const former = row.state === "appealed" ? await readFormer(trx, row.id) : undefined;
  const from = { state: row.state, askCount: row.ask_count, dueAt: row.due_at, former };
  const step = isAnswerToNothing(row, event) ? null : stepCase(from, event, now);
  if (!step) throw new Refusal(409, { key: "deeds.step.none", values: { state: row.state } });
  const post = await findPost(trx, row.post_id);
  const isUntouched = row.state === "open" && (event === "dismiss" || event === "settle");
  const isRewritten = row.state === "rewritten" && step.state === "cleared";
  const isReturned = event === "return";
  const isOpenAgain = isReturned || event === "reopen";
  const isSettled = step.isClosed || verdict !== null || isReturned;
  const reasons = answeredBy(event, row.state);
  if (isSettled) await settleFlags(trx, row.id, verdict, now, reasons);
  const insult = insultAfter(row, step, verdict);
  const changed = {
    ...{ state: step.state, waits_for: step.waitsFor, due_at: step.dueAt },
    waits_since: step.waitsFor === row.waits_for ? row.waits_since : now,
    ask_count: step.askCount,
    ...{ insult, priority: await priorityAfter(trx, row, step, insult) },
    // Later flags are weighed anew.
    ...(isSettled ? { own_weight: 0, other_weight: 0 } : {}),
    version: row.version + 1,
    ...(decidesNothing(row, step, event) ? {} : { decided_at: now, decided_by_id: byId }),
    ...(isOpenAgain ? { decided_at: null, decided_by_id: null } : {}),
    closed_at: await closedAt(trx, row, step, now),
  };
  await trx.updateTable("case").set(changed).where("id", "=", row.id).execute();
  Object.assign(row, changed);
  const state = isUntouched
    ? post.state
    : isRewritten
      ? "published"
      : await stateOf(trx, row, post, step);
  await setPostState(trx, post, state, now);
  // What it said before is nobody's any more but its author's.
  if (isRewritten) await beginHistory(trx, post);
  if (step.state === "restored") await unredact(trx, row, now);
  if (isOpenAgain) Object.assign(row, (await weighCase(trx, row, now)).case);
  await retally(trx, post.id, { insult: await insultOfPost(trx, post.id) }, now);
  await showPost(trx, post.id);
  return step;
}

/** Of what was removed a new text is confirmed or refused that its author proposed, and nothing else. */
const isAnswerToNothing = (row: CaseRow, event: CaseEvent) =>
  row.state === "removed" &&
  row.waits_for !== "moderator" &&
  (event === "confirm" || event === "refuse");

/** Its author's turn, or the end of the time in which something more could come. */
const decidesNothing = (row: CaseRow, step: Step, event: CaseEvent) =>
  ["rewrite", "appeal", "return", "reopen"].includes(event) ||
  (event === "time" && step.state === row.state);

/** I, from now on: certain once upheld, nothing once cleared. */
function insultAfter(row: CaseRow, { state }: Step, verdict: Taking["verdict"]): number {
  if (state === "cleared" || state === "restored") return 0;
  return verdict === "upheld" && row.kind !== "topic" ? toUnits(1) : row.insult;
}

/** Its place in the queue, once it comes there. */
async function priorityAfter(trx: Trx, row: CaseRow, { waitsFor }: Step, insult: number) {
  if (waitsFor !== "moderator" || row.waits_for === "moderator") return row.priority;
  const { reply_count, vote_count } = await trx
    .selectFrom("thread")
    .select(["reply_count", "vote_count"])
    .where("id", "=", row.thread_id)
    .executeTakeFirstOrThrow();
  const readers = readersOf({ replies: reply_count, votes: vote_count });
  return toUnits(priorityOf(fromUnits(insult), readers, row.is_urgent === 1));
}

/** A case that goes on is open again, unless another is by now. */
async function closedAt(trx: Trx, row: CaseRow, step: Step, now: number) {
  if (step.isClosed) return row.closed_at ?? now;
  if (row.closed_at === null) return null;
  const other = await trx
    .selectFrom("case")
    .select("id")
    .where("post_id", "=", row.post_id)
    .where("id", "!=", row.id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return other ? row.closed_at : null;
}

/** How the post stands then: a case that is open rules, and what another made of it still holds where this one lets go. */
async function stateOf(trx: Trx, row: CaseRow, post: HeldPost, step: Step): Promise<PostState> {
  const [other] = await trx
    .selectFrom("case")
    .select(["state", "closed_at"])
    .where("post_id", "=", row.post_id)
    .where("id", "!=", row.id)
    .where("state", "in", [...holding])
    .orderBy((eb) => eb.case().when("closed_at", "is", null).then(0).else(1).end())
    .orderBy("id", "desc")
    .limit(1)
    .execute();
  if (other?.closed_at === null) return other.state as PostState;
  if (step.post !== "published") return step.post ?? post.state;
  return (other?.state as PostState | undefined) ?? "published";
}

const holding = [
  "asked",
  "rewritten",
  "lapsed",
  "redacted",
  "hidden",
  "held",
  "removed",
] as const satisfies readonly PostState[];

async function setPostState(trx: Trx, post: HeldPost, state: PostState, now: number) {
  if (state === post.state) return;
  await trx.updateTable("post").set({ state }).where("id", "=", post.id).execute();
  if (isAway(state) && !isAway(post.state)) await keepAway(trx, post, now);
  if (isAway(state) || !isAway(post.state)) return;
  await giveBack(trx, post, now);
  if (post.is_taken_back === 0) await deliverAgain(trx, post);
}

/** Of what a post said everybody reads what it says now, and what comes after. */
export async function beginHistory(trx: Trx, { id, version }: HeldPost): Promise<void> {
  await trx.updateTable("post").set({ public_from: version }).where("id", "=", id).execute();
}

/** The thread's page follows, and of an opening post what lists quote of it. */
async function showPost(trx: Trx, postId: number) {
  const post = await findPost(trx, postId);
  await trx
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", post.thread_id)
    .execute();
  if (post.parent_id === null) await quoteOpening(trx, post.thread_id);
}
