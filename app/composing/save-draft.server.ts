import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { mayKeepDrafts, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import {
  holds,
  type KeptDraft,
  knows,
  MOST_DRAFTS,
  readFields,
  writeFields,
} from "./kept-draft.ts";
import { countDrafts } from "./read-drafts.server.ts";
import { weighDraft } from "./weigh-draft.server.ts";

/** What became of a save. */
export interface Saved {
  /** Under which the page goes on: another one when its text was kept apart. */
  key: string;
  /** 0 while there is nothing to keep. */
  version: number;
  /** Whether it was sent or thrown away before, or is empty now: nothing more is kept under this key. */
  isClosed: boolean;
}

/**
 * Keeps what somebody has typed so far, in place of what the same page kept before. A page that does not know of a newer
 * save overwrites nothing: its text is kept apart, as a draft under `newKey`. `now` is in epoch seconds.
 */
export async function saveDraft(
  db: Db,
  person: Person,
  sent: KeptDraft,
  { now, newKey }: { now: number; newKey: string },
): Promise<Saved> {
  allow(mayKeepDrafts(person));
  return write(db, async (trx) => {
    const { place, isNothing } = await weighDraft(trx, sent);
    const draft = { ...sent, place };
    const { key, version } = draft;
    const stored = await findStored(trx, person.id, key);
    if (stored && stored.closed_at !== null) return { key, version, isClosed: true };
    if (!stored) {
      if (isNothing) return { key, version: 0, isClosed: false };
      const own = await findOwn(trx, person, draft);
      return (
        (own && (await updateDraft(trx, person, draft, own, now))) ??
        insertDraft(trx, person, draft, now)
      );
    }
    const isKnown = knows(draft, stored);
    if (isNothing) {
      if (isKnown) await close(trx, person, key, now);
      return { key, version, isClosed: isKnown };
    }
    if (stored.fields === writeFields(draft.fields)) {
      return { key, version: stored.version, isClosed: false };
    }
    const updated = isKnown && (await updateDraft(trx, person, draft, stored, now));
    if (updated) return updated;
    // The page stays behind: should it go on writing, that is kept apart.
    if (holds(readFields(stored.fields), draft.fields)) return { key, version, isClosed: false };
    return keepApart(trx, person, { ...draft, key: newKey, version: 0, ahead: 0 }, now);
  });
}

const findStored = (trx: Trx, personId: number, key: string) =>
  trx
    .selectFrom("draft")
    .select(["key", "version", "page", "fields", "closed_at"])
    .where("person_id", "=", personId)
    .where("key", "=", key)
    .executeTakeFirst();

type Stored = NonNullable<Awaited<ReturnType<typeof findStored>>>;

async function insertDraft(trx: Trx, person: Person, draft: KeptDraft, now: number) {
  if ((await countDrafts(trx, person)) >= MOST_DRAFTS) {
    throw new Refusal(403, { key: "drafts.too-many", values: { most: MOST_DRAFTS } });
  }
  const { key, place, page } = draft;
  const version = draft.version + draft.ahead + 1;
  await trx
    .insertInto("draft")
    .values({
      ...{ person_id: person.id, key, place, version, page },
      fields: writeFields(draft.fields),
      saved_at: now,
    })
    .execute();
  return { key, version, isClosed: false };
}

/** Null where another save came in between. */
async function updateDraft(
  trx: Trx,
  person: Person,
  { place, page, fields, ...draft }: KeptDraft,
  stored: Pick<Stored, "key" | "version">,
  now: number,
) {
  const { key } = stored;
  const version = Math.max(draft.version + draft.ahead, stored.version) + 1;
  const { numUpdatedRows } = await trx
    .updateTable("draft")
    .set({ place, version, page, fields: writeFields(fields), saved_at: now })
    .where("person_id", "=", person.id)
    .where("key", "=", key)
    .where("version", "=", stored.version)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 0n ? null : { key, version, isClosed: false };
}

/** A text that may not overwrite another becomes a draft of its own, once. */
async function keepApart(trx: Trx, person: Person, draft: KeptDraft, now: number) {
  const same = await trx
    .selectFrom("draft")
    .select(["key", "version"])
    .where("person_id", "=", person.id)
    .where("place", "=", draft.place)
    .where("fields", "=", writeFields(draft.fields))
    .where("closed_at", "is", null)
    .orderBy("key")
    .executeTakeFirst();
  if (same) return { ...same, isClosed: false };
  const own = await findOwn(trx, person, draft);
  return (
    (own && (await updateDraft(trx, person, draft, own, now))) ??
    insertDraft(trx, person, draft, now)
  );
}

/** What the same page wrote was kept apart before, unknown to it: it goes on there. */
async function findOwn(trx: Trx, person: Person, { place, page, fields }: KeptDraft) {
  if (page === null) return null;
  const drafts = await trx
    .selectFrom("draft")
    .select(["key", "version", "fields"])
    .where("person_id", "=", person.id)
    .where("place", "=", place)
    .where("page", "=", page)
    .where("closed_at", "is", null)
    .orderBy("key")
    .execute();
  return drafts.find((draft) => holds(fields, readFields(draft.fields))) ?? null;
}

/** Emptied by its writer: as if thrown away, with the last words that it held. */
const close = (trx: Trx, person: Person, key: string, now: number) =>
  trx
    .updateTable("draft")
    .set({ closed_at: now })
    .where("person_id", "=", person.id)
    .where("key", "=", key)
    .execute();
