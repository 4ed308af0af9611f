import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { spend } from "../limits/spend.server.ts";
import type { Person } from "../permissions.ts";
import { WrongForm } from "../refusals.ts";
import { holdPerson, moveMuteCount } from "./mute-count.server.ts";
import { MOST_WORDS } from "./muted.ts";
import type { TypedWord } from "./words.ts";

interface Doing {
  /** Epoch seconds. */
  now: number;
  /** Scales the limits. */
  limits: number;
}

/** Mutes words; those that are muted already stay as they were. Answers how many are new. Throws WrongForm where they would be too many, and Refusal 429. */
export async function muteWords(
  db: Db,
  person: Person,
  words: readonly TypedWord[],
  { now, limits }: Doing,
): Promise<number> {
  await spend(db, "follow.person", person.id, now, limits);
  return write(db, async (trx) => {
    await holdPerson(trx, person.id);
    const muted = await trx
      .selectFrom("mute_word")
      .select("word")
      .where("person_id", "=", person.id)
      .execute();
    const known = new Set(muted.map(({ word }) => word));
    const added = words.filter(({ word }) => !known.has(word));
    if (added.length === 0) return 0;
    if (known.size + added.length > MOST_WORDS) {
      throw new WrongForm({
        words: { key: "following.words.too-many", values: { most: MOST_WORDS } },
      });
    }
    await trx
      .insertInto("mute_word")
      .values(added.map((each) => ({ person_id: person.id, ...each, muted_at: now })))
      .execute();
    await moveMuteCount(trx, person.id, added.length);
    return added.length;
  });
}

/** Lets a folded word be read again; answers it as it was typed, or null where it was not muted. Throws Refusal 429. */
export async function unmuteWord(
  db: Db,
  person: Person,
  word: string,
  { now, limits }: Doing,
): Promise<string | null> {
  await spend(db, "follow.person", person.id, now, limits);
  return write(db, async (trx) => {
    await holdPerson(trx, person.id);
    const removed = await trx
      .deleteFrom("mute_word")
      .where("person_id", "=", person.id)
      .where("word", "=", word)
      .returning("shown")
      .executeTakeFirst();
    if (removed) await moveMuteCount(trx, person.id, -1);
    return removed?.shown ?? null;
  });
}

/** The words that a person mutes, in the order of the alphabet. */
export async function listMuteWords(db: Db, person: Person): Promise<TypedWord[]> {
  return db
    .selectFrom("mute_word")
    .select(["word", "shown"])
    .where("person_id", "=", person.id)
    .orderBy("word")
    .execute();
}
