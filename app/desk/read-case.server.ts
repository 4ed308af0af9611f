import type { Db } from "#db/open.server.ts";
import type { CaseKind, CaseState } from "#db/schema.ts";
import { fromUnits } from "../ranking/units.ts";
import { Refusal } from "../refusals.ts";
import { findSimilarCases } from "./find-similar-cases.server.ts";
import { listActsOfCase } from "./list-acts.server.ts";
import { placesAfter } from "./list-cases.server.ts";
import { listNotes } from "./list-notes.server.ts";
import type { Place, QueuePart } from "./queue.ts";
import { readCaseFlags } from "./read-case-flags.server.ts";
import { readCasePost } from "./read-case-post.server.ts";
import { readRecord } from "./read-record.server.ts";

/** A case as it stands. */
export interface CaseFacts extends Place {
  kind: CaseKind;
  state: CaseState;
  version: number;
  authorId: number;
  passage: string | null;
  ruleId: number | null;
  isUrgent: boolean;
  isFound: boolean;
  openedAt: number;
  waitsFor: "moderator" | "author" | null;
  dueAt: number | null;
  isClosed: boolean;
  /** The scorer's value of the passage, 0 to 1; null where it has none. */
  score: number | null;
  /** The weight of flags from the author's side and of the others; null where so few flagged it that this would tell the side of one. */
  weights: { own: number; others: number } | null;
  /** How sure all that together is that it insults, 0 to 1. */
  insult: number;
  /** The appeal that is to be decided first; null for none. */
  appealId: number | null;
}

/** Of fewer flags nobody is told from which sides they came. */
const TELLING_FLAGS = 3;

export type CaseView = Awaited<ReturnType<typeof readCase>>;

/** All that a moderator decides a case by, on one page, at `now` in epoch seconds. About a post of their own they learn neither who flagged it nor what others noted. Throws Refusal 404. */
export async function readCase(db: Db, person: { id: number }, id: number | null, now: number) {
  const { postId, postVersion, ...facts } = await readFacts(db, id);
  const { passage, ruleId, authorId } = facts;
  const isOwn = authorId === person.id;
  return {
    ...{ facts, isOwn },
    post: await readCasePost(db, { postId, postVersion, passage }),
    flags: isOwn ? null : await readCaseFlags(db, facts.id),
    record: await readRecord(db, authorId, now),
    similar: await findSimilarCases(db, { id: facts.id, ruleId }),
    acts: await listActsOfCase(db, facts.id),
    notes: isOwn ? [] : await listNotes(db, authorId),
  };
}

async function readFacts(db: Db, id: number | null) {
  const row = await db
    .selectFrom("case")
    .selectAll()
    .where("id", "=", id ?? 0)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "moderation.case.not-found" });
  const facts: CaseFacts = {
    ...{ id: row.id, kind: row.kind, state: row.state, version: row.version },
    ...{ priority: row.priority, authorId: row.author_id, passage: row.passage },
    ...{ ruleId: row.rule_id, isUrgent: row.is_urgent === 1, isFound: row.is_found === 1 },
    ...{ openedAt: row.opened_at, waitsFor: row.waits_for, dueAt: row.due_at },
    ...{ isClosed: row.closed_at !== null, insult: fromUnits(row.insult) },
    score: row.score === null ? null : fromUnits(row.score),
    weights:
      row.flag_count < TELLING_FLAGS
        ? null
        : { own: fromUnits(row.own_weight), others: fromUnits(row.other_weight) },
    appealId: row.state === "appealed" ? await findAppeal(db, row.id) : null,
  };
  return { ...facts, postId: row.post_id, postVersion: row.post_version };
}

async function findAppeal(db: Db, caseId: number): Promise<number | null> {
  const row = await db
    .selectFrom("appeal")
    .innerJoin("action", "action.id", "appeal.action_id")
    .select("appeal.id")
    .where("action.case_id", "=", caseId)
    .where("appeal.decided_at", "is", null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The case that comes after a place in a part of the queue, else the first of it, but not the one that is left; null where nothing else waits. */
export async function findNextCase(db: Db, part: QueuePart, left: Place): Promise<number | null> {
  const [next] = await placesAfter(db, part, left, 1);
  if (next) return next.id;
  const first = await placesAfter(db, part, null, 2);
  return first.find(({ id }) => id !== left.id)?.id ?? null;
}

/** Where a case stands in the queue, and whose post it is about; throws Refusal 404. */
export async function readPlaceOf(db: Db, id: number | null): Promise<Place & { author: string }> {
  const row = await db
    .selectFrom("case")
    .innerJoin("person", "person.id", "case.author_id")
    .select(["case.id", "case.priority", "person.name as author"])
    .where("case.id", "=", id ?? 0)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "moderation.case.not-found" });
  return row;
}
