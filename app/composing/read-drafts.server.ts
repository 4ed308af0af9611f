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

const openDraftsOf = (db: Db, person: Person) =>
  draftsOf(db, person).where("closed_at", "is", null);

/** The draft of this key that is still to be sent; throws Refusal 404. */
export async function readDraft(db: Db, person: Person, key: string) {
  const row = await openDraftsOf(db, person).where("key", "=", key).executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "drafts.not-found" });
  return { place: row.place, draft: restored(row) };
}

/** The draft that is wished for, else the newest of a form, or null; throws Refusal 404 where the wished one is not there. */
export async function findDraft(
  db: Db,
  person: Person | null,
  place: string,
  wished: URLSearchParams = new URLSearchParams(),
): Promise<RestoredDraft | null> {
  if (!person || wished.has("afresh")) return null;
  const key = wished.get("draft");
  if (key !== null) return (await readDraft(db, person, key)).draft;
  const row = await openDraftsOf(db, person).where("place", "=", place).executeTakeFirst();
  if (!row && key !== null) throw new Refusal(404, { key: "drafts.not-found" });
  return row ? restored(row) : null;
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

/** The open drafts of a form, with whatever post it answers, the newest first. */
export async function listDraftsFor(db: Db, person: Person, form: string): Promise<DraftLine[]> {
  const rows = await openDraftsOf(db, person)
    .where((eb) => eb.or([eb("place", "=", form), eb.between("place", `${form}?`, `${form}?~`)]))
    .execute();
  return asLines(db, rows);
}

async function asLines(db: Db, rows: Row[]): Promise<DraftLine[]> {
  if (rows.length === 0) return [];
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
