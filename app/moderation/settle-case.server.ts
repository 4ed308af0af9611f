/** The core of every decision on a case: its step, its flags' verdict and its row of the log, together. */
import type { Trx } from "#db/open.server.ts";
import type { Office } from "#db/schema.ts";
import { findPassage } from "../flags/find-passage.ts";
import { turnFlags, upholdFormer } from "../flags/settle-flags.server.ts";
import { isAdministrator, type Person } from "../permissions.ts";
import { Refusal, WrongForm } from "../refusals.ts";
import { type Act, recordAct } from "./act.server.ts";
import { type ActionKind, actions } from "./actions.ts";
import { demandPassage, isSamePassage } from "./demand-passage.ts";
import { findPost, type HeldPost } from "./find-post.server.ts";
import { dropProposed, publishProposed } from "./publish-proposed.server.ts";
import { type Redacted, redactPost } from "./redact-post.server.ts";
import type { CaseEvent } from "./states.ts";
import { type CaseRow, takeStep } from "./take-step.server.ts";

export interface Settling {
  kind: ActionKind;
  /** In which office; `officeOf` a person. */
  office: Office;
  byId: number | null;
  ruleId?: number | null;
  reason: string;
  /** What is asked about; null for the whole post, undefined for what the case is about. */
  passage?: string | null | undefined;
  /** The text without the passage; of a redaction. */
  redacted?: Redacted | undefined;
  /** Where it is another than that of its kind. */
  event?: CaseEvent;
  more?: Pick<Act, "undoesId" | "isWithAnother" | "details">;
  /** What else its undoing needs. */
  before?: Record<string, unknown>;
  now: number;
}

/** The office in which somebody decides. */
export const officeOf = (person: Person): Office =>
  isAdministrator(person) ? "administrator" : "moderator";

const verdicts: Partial<Record<ActionKind, "upheld" | "rejected">> = {
  ...{ ask: "upheld", redact: "upheld", remove: "upheld", spam: "upheld", move: "upheld" },
  ...{ split: "upheld", refuse: "upheld", dismiss: "rejected" },
};

/** Decides on a case in the caller's transaction, who has asked whether that may be: the step that belongs to the act, the verdict on its flags, and the act in the log. Answers the act's number; refuses with 409 where the step does not follow. */
export async function settleCase(
  trx: Trx,
  row: CaseRow,
  { office, byId, reason, redacted, now, ...how }: Settling,
): Promise<number> {
  const post = await findPost(trx, row.post_id);
  const passage = passageOf(row, post, { ...how, redacted });
  const before = {
    state: row.state,
    post: post.state,
    dueAt: row.due_at,
    caseVersion: row.version,
  };
  const from = row.state;
  const event = how.event ?? actions[how.kind].step!;
  // No flags are dismissed where nobody flagged it.
  const isNobodys = how.kind === "dismiss" && from === "held" && row.flag_count === 0;
  const kind = isNobodys ? "release" : how.kind;
  const ruleId = how.ruleId ?? row.rule_id;
  // That a new text is enough says that the former was not.
  if (kind === "confirm") await upholdFormer(trx, row.id, post.edited_at ?? now, now);
  await takeStep(trx, row, event, { now, byId, verdict: verdicts[kind] ?? null });
  const isUndoing = kind === "restore" || kind === "dismiss";
  if (isUndoing) await turnFlags(trx, row.id, now);
  const undoesId = isUndoing ? await findLast(trx, row.id) : null;
  if (from === "removed" && row.state === "restored") {
    await (kind === "confirm" ? publishProposed : dropProposed)(trx, row.post_id, now);
  }
  const taken = redacted ? await redactPost(trx, row.post_id, redacted, now) : {};
  const id = await recordAct(trx, {
    ...{ kind, office, byId, reason, ruleId, now },
    ...{ aboutId: row.author_id, caseId: row.id, postId: row.post_id, threadId: row.thread_id },
    before: { ...before, ...how.before, ...taken },
    ...{ untilAt: row.due_at, undoesId },
    isUntold: actions[kind].told === "changed" && from === "open",
    ...how.more,
  });
  // Of other words the scorer said nothing.
  const score = passage === row.passage ? row.score : null;
  const about = { rule_id: ruleId, passage, score };
  await trx.updateTable("case").set(about).where("id", "=", row.id).execute();
  return id;
}

/** The words that the case is about from now on. */
function passageOf(
  row: CaseRow,
  post: HeldPost,
  { kind, passage, redacted }: Pick<Settling, "kind" | "passage" | "redacted">,
): string | null {
  if (kind === "redact") return redacted?.passage ?? row.passage;
  if (kind !== "ask") return row.passage;
  if (passage === null) return null;
  if (passage !== undefined && !isSamePassage(passage, row.passage)) {
    return demandPassage(post.html, passage);
  }
  if (row.passage === null || findPassage(post.html, row.passage) !== null) return row.passage;
  const gone = { key: "deeds.ask.gone" } as const;
  throw passage === undefined ? new Refusal(409, gone) : new WrongForm({ passage: gone });
}

/** The decision by which a case came to where it is given back from. */
async function findLast(trx: Trx, caseId: number): Promise<number | null> {
  const act = await trx
    .selectFrom("action")
    .select("id")
    .where("case_id", "=", caseId)
    .where("kind", "in", ["ask", "redact", "remove", "spam"])
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return act?.id ?? null;
}
