/** A post that is to be looked at: of each one case is open, which others join. */
import { type Selectable, sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import type { CaseKind, CaseTable } from "#db/schema.ts";
import { toUnits } from "../ranking/units.ts";
import { kindRanks } from "./gravest.ts";

export type Case = Selectable<CaseTable>;

/** The post that a case is about. */
export interface CasePost {
  id: number;
  thread_id: number;
  author_id: number;
  version: number;
}

export interface Opening {
  kind: CaseKind;
  ruleId: number | null;
  /** As it stands in the text; null for the whole post. */
  passage: string | null;
  /** The scorer's value of the passage, 0 to 1; null where there is none. */
  score: number | null;
  isUrgent: boolean;
  /** The forum itself found it doubtful. */
  isFound: boolean;
  /** What it says beside flags that stand: nothing where only it has no weight, all where only it has. */
  says: "nothing" | "more" | "all";
  now: number;
}

/** Whether people have upheld what its flags say; before that only the flags themselves spoke. */
export const isUpheld = ({ state, insult, decided_by_id }: Case): boolean =>
  !["open", "hidden", "held"].includes(state) && (decided_by_id !== null || insult >= toUnits(1));

/** Opens a post's case, or joins the one that is open: that then tells of the graver thing, and of the passage that looks worst. Answers it as it stands after. Its weights and place in the queue follow from flags (weigh-case). */
export async function openOrJoinCase(trx: Trx, post: CasePost, opening: Opening): Promise<Case> {
  // Its thread's row first, as posts take it, so that two who meet wait for each other; its page may say more of norms from now on.
  await trx
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", post.thread_id)
    .execute();
  const former = await findOpenCase(trx, post.id);
  return former ? join(trx, former, post, opening) : open(trx, post, opening);
}

/** The case of a post that goes on, if there is one. */
export const findOpenCase = (trx: Trx, postId: number): Promise<Case | undefined> =>
  trx
    .selectFrom("case")
    .selectAll()
    .where("post_id", "=", postId)
    .where("closed_at", "is", null)
    .executeTakeFirst();

function open(trx: Trx, post: CasePost, opening: Opening): Promise<Case> {
  const { kind, ruleId, passage, score, isUrgent, isFound, now } = opening;
  return trx
    .insertInto("case")
    .values({
      ...{ kind, state: "open", rule_id: ruleId, passage, opened_at: now },
      ...{ post_id: post.id, thread_id: post.thread_id, author_id: post.author_id },
      ...{ post_version: post.version, score: score === null ? null : toUnits(score) },
      ...{ is_urgent: isUrgent ? 1 : 0, is_found: isFound ? 1 : 0 },
      ...{ waits_for: "moderator", waits_since: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

function join(trx: Trx, former: Case, post: CasePost, opening: Opening): Promise<Case> {
  const { kind, ruleId, passage, isFound, says, now } = opening;
  const score = opening.score === null ? null : toUnits(opening.score);
  const isGraver = kindRanks[kind] > kindRanks[former.kind];
  const isWorse = passage !== null && (score ?? -1) > (former.score ?? -1);
  // Once it was decided, it goes on about what was decided.
  const isSaid = says !== "nothing" && !isUpheld(former);
  const isAll = isSaid && says === "all";
  const tells = isSaid && passage !== null && (isGraver || isWorse || former.passage === null);
  const isUrgent = opening.isUrgent && says !== "nothing";
  const isToBeSeen = former.waits_for === null || (isUrgent && !former.is_urgent);
  return trx
    .updateTable("case")
    .set({
      ...(isAll || (isSaid && isGraver) ? { kind, rule_id: ruleId } : {}),
      ...(isAll || tells ? { passage, post_version: post.version } : {}),
      ...(isAll || (isSaid && score !== null && score > (former.score ?? -1)) ? { score } : {}),
      ...(isUrgent ? { is_urgent: 1 } : {}),
      ...(isFound ? { is_found: 1 } : {}),
      ...(isToBeSeen ? { waits_for: "moderator", waits_since: now } : {}),
      version: sql<number>`version + 1`,
    })
    .where("id", "=", former.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
