/** The key of a person's own feed, kept as its hash: who makes another ends the one before. */
import { spend } from "#app/limits/spend.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";

/** Keeps a key that was made for a person, by its hash. Refuses with 429 who makes too many. */
export async function keepFeedKey(
  db: Db,
  person: Person,
  tokenHash: string,
  { now, scale }: { now: number; scale: number },
): Promise<void> {
  await spend(db, "feed-key.person", person.id, now, scale);
  const key = { token_hash: tokenHash, made_at: now };
  await write(db, async (trx) => {
    await trx
      .insertInto("feed_key")
      .values({ person_id: person.id, ...key })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet(key))
      .execute();
  });
}

/** Ends a person's key; where there is none, nothing. */
export async function removeFeedKey(db: Db, person: Person): Promise<void> {
  await write(db, async (trx) => {
    await trx.deleteFrom("feed_key").where("person_id", "=", person.id).execute();
  });
}

/** When a person's key was made, in epoch seconds; null where they have none. */
export async function readFeedKey(db: Db, person: Person): Promise<number | null> {
  const key = await db
    .selectFrom("feed_key")
    .select("made_at")
    .where("person_id", "=", person.id)
    .executeTakeFirst();
  return key?.made_at ?? null;
}

/** Whose feed a key opens. */
export interface FeedReader {
  id: number;
  name: string;
  muteCount: number;
  /** Epoch seconds. */
  madeAt: number;
  tokenHash: string;
}

/** The person whose key has this hash. */
export async function findFeedReader(db: Db, tokenHash: string): Promise<FeedReader | null> {
  const row = await readers.first(db, { tokenHash });
  return row ? { ...row, tokenHash } : null;
}

const readers = prepared((db, value: ValueOf<{ tokenHash: string }>) =>
  db
    .selectFrom("feed_key")
    .innerJoin("person", "person.id", "feed_key.person_id")
    .select(["person.id", "person.name", "person.mute_count as muteCount"])
    .select("feed_key.made_at as madeAt")
    .where("feed_key.token_hash", "=", value("tokenHash")),
);
