import type { Db } from "#db/open.server.ts";
import type { Office } from "#db/schema.ts";

/** An act as moderators read it beside its case or its person. */
export interface ActLine {
  id: number;
  kind: string;
  office: Office;
  /** Null for members and the clock. */
  by: string | null;
  at: number;
  reason: string;
  /** The number of the rule. */
  rule: number | null;
  untilAt: number | null;
  undoneAt: number | null;
  /** The act that it undid. */
  undoesId: number | null;
  postId: number | null;
}

/** Acts on one page. */
const PAGE_ACTS = 50;

/** What was done in a case, the first first. */
export const listActsOfCase = (db: Db, caseId: number): Promise<ActLine[]> =>
  acts(db).where("action.case_id", "=", caseId).orderBy("action.id").limit(PAGE_ACTS).execute();

/** What was done about somebody, the latest first. */
export const listActsAbout = (db: Db, personId: number): Promise<ActLine[]> =>
  acts(db)
    .where("action.about_id", "=", personId)
    .orderBy("action.id", "desc")
    .limit(PAGE_ACTS)
    .execute();

/** One act that is there. */
export const findActLine = (db: Db, id: number): Promise<ActLine> =>
  acts(db).where("action.id", "=", id).executeTakeFirstOrThrow();

const acts = (db: Db) =>
  db
    .selectFrom("action")
    .innerJoin("event", "event.id", "action.id")
    .leftJoin("person", "person.id", "action.by_id")
    .leftJoin("rule", "rule.id", "action.rule_id")
    .select(["action.id", "action.kind", "action.office", "person.name as by", "action.at"])
    .select((eb) => eb.fn.coalesce("event.reason", eb.val("")).as("reason"))
    .select(["rule.position as rule", "action.until_at as untilAt"])
    .select(["action.undone_at as undoneAt", "action.post_id as postId"])
    .select("action.undoes_id as undoesId");
