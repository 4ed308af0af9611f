import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { MOST_OTHERS, type RestoredDraft, readFields } from "./kept-draft.ts";
import { readPlace } from "./place.ts";
import type { DraftLine } from "./read-drafts.server.ts";
import { readSubjects } from "./read-subjects.server.ts";

/** A draft as it is named beside a form. */
export type OtherDraft = Omit<DraftLine, "body">;

/** What somebody has begun to write in one form. */
export interface FormDrafts {
  /** What the form is filled with. */
  draft: RestoredDraft | null;
  /** The newest of those that it is not filled with, whatever they answer. */
  others: OtherDraft[];
  /** How many of those there are. */
  otherCount: number;
}

export const noDrafts: FormDrafts = { draft: null, others: [], otherCount: 0 };

/** The draft that is wished for, else the newest of this place, and what else was begun in the same form; a new thread is filled only as wished. Throws Refusal 404 where the wished one is not there. */
export async function readFormDrafts(
  db: Db,
  person: Person | null,
  place: string,
  wished: URLSearchParams = new URLSearchParams(),
): Promise<FormDrafts> {
  if (!person) return noDrafts;
  const heads = await readHeads(db, person, place.replace(/\?.*/, ""));
  const isThread = readPlace(place)?.form === "thread";
  const key = wished.get("draft");
  const isEmpty = wished.has("afresh") || (isThread && key === null);
  const chosen = heads.find((head) => (key === null ? head.place === place : head.key === key));
  if (!isEmpty && key !== null && !chosen) throw new Refusal(404, { key: "drafts.not-found" });
  const filled = isEmpty ? undefined : chosen;
  const others = heads.filter((head) => head !== filled);
  const shown = others.slice(0, MOST_OTHERS);
  // Of the others no more than the titles of new threads is told; texts may be long.
  const typed = await readTyped(db, person, [
    ...(filled ? [filled.key] : []),
    ...(isThread ? shown.map((head) => head.key) : []),
  ]);
  return {
    draft: filled
      ? {
          ...{ key: filled.key, version: filled.version, savedAt: filled.saved_at },
          values: typed(filled.key),
          asked: await findSignal(db, person, filled.key),
        }
      : null,
    others: await asOthers(db, shown, (head) => typed(head.key).title ?? ""),
    otherCount: others.length,
  };
}

type Head = Awaited<ReturnType<typeof readHeads>>[number];

/** Everything but what was typed, the newest first. */
const headsOf = prepared(
  (db, value: ValueOf<{ personId: number; form: string; first: string; last: string }>) =>
    db
      .selectFrom("draft")
      .select(["key", "place", "version", "saved_at"])
      .where("person_id", "=", value("personId"))
      .where("closed_at", "is", null)
      .where((eb) =>
        eb.or([
          eb("place", "=", value("form")),
          eb.between("place", value("first"), value("last")),
        ]),
      )
      .orderBy("saved_at", "desc")
      .orderBy("key"),
);

const readHeads = (db: Db, person: Person, form: string) =>
  headsOf.all(db, { personId: person.id, form, first: `${form}?`, last: `${form}?~` });

async function readTyped(db: Db, person: Person, keys: string[]) {
  const rows =
    keys.length === 0
      ? []
      : await db
          .selectFrom("draft")
          .select(["key", "fields"])
          .where("person_id", "=", person.id)
          .where("key", "in", keys)
          .execute();
  return (key: string) => readFields(rows.find((row) => row.key === key)?.fields ?? "{}");
}

/** About which somebody was asked before posting, in this draft. */
async function findSignal(db: Db, person: Person, key: string) {
  const asked = await db
    .selectFrom("nudge")
    .select("rule")
    .where("person_id", "=", person.id)
    .where("key", "=", key)
    .executeTakeFirst();
  return asked?.rule;
}

async function asOthers(db: Db, heads: Head[], titleOf: (head: Head) => string) {
  const subjects = await readSubjects(
    db,
    heads.map((head) => head.place),
  );
  return heads.flatMap((head): OtherDraft[] => {
    const subject = subjects(head.place);
    if (!subject) return [];
    const { key, place, saved_at } = head;
    return [{ ...subject, key, place, title: titleOf(head), savedAt: saved_at, closedAt: null }];
  });
}
