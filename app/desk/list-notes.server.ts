import type { Db } from "#db/open.server.ts";

/** What a moderator noted about somebody for the others. */
export interface NoteLine {
  id: number;
  by: string;
  caseId: number | null;
  body: string;
  writtenAt: number;
}

const PAGE_NOTES = 30;

/** Moderators' notes about somebody, the latest first. */
export const listNotes = (db: Db, personId: number): Promise<NoteLine[]> =>
  db
    .selectFrom("moderator_note")
    .innerJoin("person", "person.id", "moderator_note.by_id")
    .select(["moderator_note.id", "person.name as by", "moderator_note.case_id as caseId"])
    .select(["moderator_note.body", "moderator_note.written_at as writtenAt"])
    .where("moderator_note.about_id", "=", personId)
    .orderBy("moderator_note.id", "desc")
    .limit(PAGE_NOTES)
    .execute();
