import type { Db } from "#db/open.server.ts";
import { type Found, type Rarity, rankSimilar, weightOf } from "./similar.ts";
import { thingKey } from "./thing-key.ts";
import { titleWords } from "./title-words.ts";

/** Most threads that are answered. */
const MOST = 5;
/** A word that stands in more threads says little of two that share it. */
const MOST_OF_WORD = 2_000;
/** Most rows of words that are read, however many threads there are. */
const MOST_ROWS = 2_500;
/** Most threads that are compared word by word. */
const MOST_COMPARED = 30;

interface Wished {
  title?: string | null;
  url?: string | null;
}

/** Threads about the same thing, then threads with a similar title: at most five in all, by bounded work. */
export async function findSimilar(db: Db, { title, url }: Wished): Promise<Found> {
  const key = url ? thingKey(url.trim()) : null;
  const byAddress = key === null ? [] : await findByKey(db, key);
  const known = byAddress.map((thread) => thread.id);
  const room = MOST - byAddress.length;
  const byTitle = title && room > 0 ? await findByWords(db, titleWords(title), known) : [];
  return { byAddress, byTitle: byTitle.slice(0, room) };
}

const threadsOf = (db: Db) =>
  db
    .selectFrom("thread")
    .select(["id", "title", "slug", "reply_count as replyCount", "started_at as startedAt"])
    .where("hidden_at", "is", null)
    .where("merged_into_id", "is", null);

const findByKey = (db: Db, key: string) =>
  threadsOf(db).where("url_key", "=", key).orderBy("id", "desc").limit(MOST).execute();

async function findByWords(db: Db, words: string[], known: number[]) {
  const rarity = await readRarity(db, words);
  const weights = new Map<number, number>();
  for (const word of wordsToRead(words, rarity)) {
    for (const { thread_id } of await rowsOf(db, word)) {
      weights.set(thread_id, (weights.get(thread_id) ?? 0) + weightOf(word, rarity));
    }
  }
  for (const id of known) weights.delete(id);
  const heaviest = [...weights].sort(([a, one], [b, other]) => other - one || b - a);
  const ids = heaviest.slice(0, MOST_COMPARED).map(([id]) => id);
  if (ids.length === 0) return [];
  const threads = await threadsOf(db).where("id", "in", ids).execute();
  return rankSimilar(words, threads, rarity);
}

async function readRarity(db: Db, words: string[]): Promise<Rarity> {
  const { last } = await db
    .selectFrom("thread")
    .select((eb) => eb.fn.max<number | null>("id").as("last"))
    .executeTakeFirstOrThrow();
  const counts = new Map<string, number>();
  for (const word of words) {
    const { count } = await db
      .selectFrom(
        db
          .selectFrom("title_word")
          .select("thread_id")
          .where("word", "=", word)
          .limit(MOST_OF_WORD + 1)
          .as("some"),
      )
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    counts.set(word, count);
  }
  return { counts, threads: last ?? 0 };
}

/** The rarest words, while what they lead to is not too much; common ones only where there is nothing else. */
function wordsToRead(words: string[], { counts }: Rarity) {
  const countOf = (word: string) => counts.get(word) ?? 0;
  const present = words
    .filter((word) => countOf(word) > 0)
    .sort((one, other) => countOf(one) - countOf(other));
  const rarer = present.filter((word) => countOf(word) <= MOST_OF_WORD);
  let room = MOST_ROWS;
  return (rarer.length > 0 ? rarer : present).filter((word, place) => {
    room -= Math.min(countOf(word), MOST_OF_WORD);
    return place === 0 || room >= 0;
  });
}

/** The newest threads with a word in their title. */
const rowsOf = (db: Db, word: string) =>
  db
    .selectFrom("title_word")
    .select("thread_id")
    .where("word", "=", word)
    .orderBy("thread_id", "desc")
    .limit(MOST_OF_WORD)
    .execute();
