import type { Db } from "#db/open.server.ts";
import { beginsLike, keyBeginnings } from "../names/name-key.ts";

/** Most names that are offered at once. */
export const MOST_OFFERED = 8;
/** Names that are looked at for one beginning of a key: some of them only look as if they began so. */
const LOOKED_AT = 50;

interface Wished {
  /** The letters that the name begins with. */
  begins: string;
  /** People of this thread come first. */
  threadId: number | null;
}

/** Names that begin so, those who wrote most in the thread first, then others by the alphabet. */
export async function listPeople(db: Db, { begins, threadId }: Wished): Promise<string[]> {
  const names = new Set<string>();
  const add = (rows: { name: string }[]) => {
    for (const { name } of rows) {
      if (names.size < MOST_OFFERED && beginsLike(name, begins)) names.add(name);
    }
  };
  const keys = keyBeginnings(begins);
  if (threadId !== null) for (const key of keys) add(await inThread(db, key, threadId));
  for (const key of keys) if (names.size < MOST_OFFERED) add(await withKey(db, key).execute());
  return [...names];
}

/** A range of the index of keys: whatever begins with the key lies between it and it with the last of all characters. */
const withKey = (db: Db, key: string) =>
  db
    .selectFrom("person")
    .select("person.name")
    .where("person.name_key", ">=", key)
    .where("person.name_key", "<", `${key}\u{10ffff}`)
    .orderBy("person.name_key")
    .limit(LOOKED_AT);

const inThread = (db: Db, key: string, threadId: number) =>
  withKey(db, key)
    .innerJoin("thread_person", "thread_person.person_id", "person.id")
    .where("thread_person.thread_id", "=", threadId)
    .clearOrderBy()
    .orderBy("thread_person.post_count", "desc")
    .orderBy("person.name_key")
    .execute();
