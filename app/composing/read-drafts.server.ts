/** What somebody has begun to write, for their eyes alone. */
import type { Db, Trx } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { type RestoredDraft, readFields } from "./kept-draft.ts";
import { readSubjects, type Subject } from "./read-subjects.server.ts";

/** Thrown away drafts that are offered to be put back. */
const MOST_CLOSED = 20;

/** A draft in the list of them. */
export interface DraftLine extends Subject {
  key: string;
  /** The address of its form, with what it answers. */
  place: string;
  /** What was typed. */
  title: string;
  body: string;
  savedAt: number;
  /** When it was thrown away. */
  closedAt: number | null;
}

/** How many drafts somebody may go on with. */
export async function countDrafts(db: Db | Trx, person: Person): Promise<number> {
  const { count } = await db
    .selectFrom("draft")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("person_id", "=", person.id)
    .where("closed_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

const draftsOf = (db: Db, person: Person) =>
  db
    .selectFrom("draft")
    .select(["key", "place", "fields", "version", "saved_at", "closed_at"])
    .where("person_id", "=", person.id)
    .orderBy("saved_at", "desc")
    .orderBy("key");

/** A query for those that are still to be sent, the newest first. */
export const openDraftsOf = (db: Db, person: Person) =>
  draftsOf(db, person).where("closed_at", "is", null);

/** The draft of this key that is still to be sent; throws Refusal 404. */
export async function readDraft(db: Db, person: Person, key: string) {
  const row = await openDraftsOf(db, person).where("key", "=", key).executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "drafts.not-found" });
  return { place: row.place, draft: restored(row) };
}

/** All open drafts, the newest first, then those thrown away in the last day. */
export async function listDrafts(db: Db, person: Person): Promise<DraftLine[]> {
  const open = await openDraftsOf(db, person).execute();
  const closed = await draftsOf(db, person)
    .where("closed_at", "is not", null)
    .where("fields", "!=", "{}")
    .limit(MOST_CLOSED)
    .execute();
  return asLines(db, [...open, ...closed]);
}

async function asLines(db: Db, rows: Row[]): Promise<DraftLine[]> {
  const addresses = rows.map((row) => row.place);
  const subjects = await readSubjects(db, addresses);
  return rows.flatMap((row) => {
    const subject = subjects(row.place);
    if (!subject) return [];
    const { title = "", body = "" } = readFields(row.fields);
    return {
      ...subject,
      ...{ key: row.key, place: row.place, title, body },
      savedAt: row.saved_at,
      closedAt: row.closed_at,
    };
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof draftsOf>["executeTakeFirstOrThrow"]>>;

const restored = ({ key, version, saved_at, fields }: Row): RestoredDraft => ({
  key,
  version,
  savedAt: saved_at,
  values: readFields(fields),
});
