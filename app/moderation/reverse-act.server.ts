/** What an act did is taken back, whatever it was done to. */
import type { Trx } from "#db/open.server.ts";
import { turnFlags, turnVerdict } from "../flags/settle-flags.server.ts";
import { Refusal } from "../refusals.ts";
import { undoThreadAct } from "../threads/undo-thread-act.server.ts";
import { type Act, recordAct } from "./act.server.ts";
import { isBegun, letGo, takeHoldAgain } from "./act-on-person.server.ts";
import { type ActionKind, actions } from "./actions.ts";
import type { ActRow } from "./find-act.server.ts";
import { findPost } from "./find-post.server.ts";
import { dropProposed, publishProposed } from "./publish-proposed.server.ts";
import { reopenCase } from "./reopen-case.server.ts";
import type { Settling } from "./settle-case.server.ts";
import { beginHistory, findCase, takeStep } from "./take-step.server.ts";

export interface Reversing extends Pick<Settling, "kind" | "office" | "byId" | "reason" | "now"> {
  event: "restore" | "overturn";
}

/** Takes back in the caller's transaction what an act did, with what was done along with it; the caller writes down the act that undoes it, which is of this thread and undone in this way. Refuses with 409 where something else came after it. */
export async function reverseAct(
  trx: Trx,
  act: ActRow,
  how: Reversing,
): Promise<Pick<Act, "threadId" | "before" | "untilAt" | "isUntold">> {
  const { on } = actions[act.kind as ActionKind];
  const done = { threadId: act.thread_id };
  if (on === "person") return { ...done, ...(await reverseOnPerson(trx, act, how)) };
  if (on === "thread") {
    if (act.case_id !== null) await turnSettled(trx, act.case_id, act.at, how.now);
    return undoThreadAct(trx, act, { personId: how.byId ?? 0, now: how.now });
  }
  if (act.case_id === null) throw new Refusal(409, { key: "deeds.act.changed" });
  if (how.kind === "reopen") return { ...done, isUntold: !(await reopenCase(trx, act, how.now)) };
  await reverseOnCase(trx, act, how);
  const { along = [] } = JSON.parse(act.before ?? "{}") as { along?: number[] };
  for (const id of along) await reverseAlong(trx, id, how);
  return done;
}

/** What an act on a thread said of flags was wrong with it, also where what came of the thread since stays. */
async function turnSettled(trx: Trx, caseId: number, at: number, now: number) {
  const { id } = await findCase(trx, caseId);
  await turnVerdict(trx, id, { at, now });
}

/** What was set for somebody ends; what was ended holds again, to its former end. */
async function reverseOnPerson(
  trx: Trx,
  act: ActRow,
  { kind, now }: Reversing,
): Promise<Pick<Act, "untilAt">> {
  if (isBegun(kind)) return { untilAt: await takeHoldAgain(trx, act.undoes_id!, now) };
  await letGo(trx, act);
  return {};
}

async function reverseOnCase(trx: Trx, act: ActRow, { event, byId, now }: Reversing) {
  const row = await findCase(trx, act.case_id!);
  if (!isLast(act.kind, row.state)) throw new Refusal(409, { key: "deeds.act.changed" });
  const from = row.state === "hidden" && event === "restore" ? "dismiss" : event;
  const how = row.state === "appealed" ? "overturn" : from;
  if (act.kind === "refuse") {
    await takeStep(trx, row, how, { now, byId });
    return acceptText(trx, act, row.post_id, now);
  }
  await takeStep(trx, row, how, { now, byId, verdict: "rejected" });
  await turnFlags(trx, row.id, now);
  await dropProposed(trx, row.post_id);
}

/** Overturned was that the new text is not enough: what was said of the former was right, and it stays its author's. */
async function acceptText(trx: Trx, act: ActRow, postId: number, now: number) {
  const { state } = JSON.parse(act.before ?? "{}") as { state?: string };
  if (state === "removed") return publishProposed(trx, postId, now);
  await beginHistory(trx, await findPost(trx, postId));
}

/** What follows from an act by itself does not keep it from being undone; another decision does. */
const led: Record<string, readonly string[]> = {
  hide: ["hidden"],
  ask: ["asked", "lapsed"],
  lapse: ["lapsed"],
  redact: ["redacted"],
  remove: ["removed"],
  spam: ["removed"],
  refuse: ["asked", "lapsed", "removed"],
};
const isLast = (kind: string, state: string) =>
  state === "appealed" || (led[kind]?.includes(state) ?? false);

/** A post that went with another comes back with it, unless somebody decided on it since. */
async function reverseAlong(trx: Trx, id: number, how: Reversing) {
  const act = await trx.selectFrom("action").selectAll().where("id", "=", id).executeTakeFirst();
  if (!act || act.undone_at !== null) return;
  const row = await findCase(trx, act.case_id!);
  const isAppealed = row.state === "appealed";
  if (row.state !== "removed" && !isAppealed) return;
  await takeStep(trx, row, isAppealed ? "overturn" : "restore", {
    now: how.now,
    byId: how.byId,
    verdict: "rejected",
  });
  await turnFlags(trx, row.id, how.now);
  await dropProposed(trx, row.post_id);
  await recordAct(trx, {
    ...{ kind: "restore", office: how.office, byId: how.byId, reason: how.reason, now: how.now },
    ...{ aboutId: act.about_id, caseId: act.case_id, postId: act.post_id, threadId: act.thread_id },
    ...{ ruleId: act.rule_id, undoesId: act.id, isWithAnother: !isAppealed },
  });
}
