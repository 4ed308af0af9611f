import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { mayKeepDrafts, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { holds, type KeptDraft, MOST_DRAFTS, readFields, writeFields } from "./kept-draft.ts";
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
      return insertDraft(trx, person, draft, now);
    }
    const isNewest = version >= stored.version;
    if (isNothing) {
      if (isNewest) await close(trx, person, key, now);
      return { key, version, isClosed: isNewest };
    }
    if (stored.fields === writeFields(draft.fields)) {
      return { key, version: Math.max(version, stored.version), isClosed: false };
    }
    if (isNewest) return updateDraft(trx, person, draft, now);
    // The page stays behind: should it go on writing, that is kept apart.
    if (holds(readFields(stored.fields), draft.fields)) return { key, version, isClosed: false };
    return keepApart(trx, person, { ...draft, key: newKey, version: 0 }, now);
  });
}

const findStored = (trx: Trx, personId: number, key: string) =>
  trx
    .selectFrom("draft")
    .select(["version", "fields", "closed_at"])
    .where("person_id", "=", personId)
    .where("key", "=", key)
    .executeTakeFirst();

async function insertDraft(trx: Trx, person: Person, draft: KeptDraft, now: number) {
  const { count } = await trx
    .selectFrom("draft")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("person_id", "=", person.id)
    .where("closed_at", "is", null)
    .executeTakeFirstOrThrow();
  if (count >= MOST_DRAFTS) {
    throw new Refusal(403, { key: "drafts.too-many", values: { most: MOST_DRAFTS } });
  }
  const { key, place } = draft;
  const version = draft.version + 1;
  await trx
    .insertInto("draft")
    .values({
      ...{ person_id: person.id, key, place, version },
      fields: writeFields(draft.fields),
      saved_at: now,
    })
    .execute();
  return { key, version, isClosed: false };
}

async function updateDraft(trx: Trx, person: Person, draft: KeptDraft, now: number) {
  const { key, place } = draft;
  const version = draft.version + 1;
  await trx
    .updateTable("draft")
    .set({ place, version, fields: writeFields(draft.fields), saved_at: now })
    .where("person_id", "=", person.id)
    .where("key", "=", key)
    .execute();
  return { key, version, isClosed: false };
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
    .executeTakeFirst();
  return same ? { ...same, isClosed: false } : insertDraft(trx, person, draft, now);
}

/** Emptied by its writer: as if thrown away, with the last words that it held. */
const close = (trx: Trx, person: Person, key: string, now: number) =>
  trx
    .updateTable("draft")
    .set({ closed_at: now })
    .where("person_id", "=", person.id)
    .where("key", "=", key)
    .execute();
