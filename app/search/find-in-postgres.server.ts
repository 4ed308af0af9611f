/** Asks PostgreSQL's index for what matches, the newest first. What is common is found among the newest posts; what is rare by its words. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { readWithin } from "#db/read-within.server.ts";
import type { Cursor } from "../cursor.ts";
import { type Asked, marksOf, topicsToAsk } from "./asked.ts";
import type { Bounds, Reached } from "./place.ts";

/** Posts that are looked at one after the other at a time. */
const WINDOW = 2_000;
/** Where so many of them match, the rest need not be found by their words. */
const COMMON = 40;
/** Longest that the engine may look for words, in milliseconds. */
const LONGEST = 250;

/** The question in the language of PostgreSQL. */
function queryOf(asked: Asked): RawBuilder<unknown> {
  const words = asked.terms.map(({ text, isLeftOut }) => {
    const phrase = sql`phraseto_tsquery('search_words', search_fold(${text}::text))`;
    return isLeftOut ? sql`(!! ${phrase})` : phrase;
  });
  const marks = marksOf(asked, "#").map(
    (any) => sql`${any.map((mark) => `'${mark}'`).join(" | ")}::tsquery`,
  );
  return sql`(${sql.join([...words, ...marks], sql` && `)})`;
}

/** What matches and stands beyond a place, newest first. */
export async function findInPostgres(
  db: Db,
  asked: Asked,
  beyond: Cursor,
  bounds: Bounds,
): Promise<Reached> {
  const first = await readWindow(db, asked, beyond, bounds.most);
  if (first.reached === null || first.found.length >= bounds.most) return first;
  const isRare = first.found.length < COMMON;
  return (
    (isRare && (await readByWords(db, asked, beyond, bounds.most))) ||
    goOn(db, asked, first, bounds)
  );
}

/** Window after window, until enough is found or the time is up. */
async function goOn(db: Db, asked: Asked, { found, reached }: Reached, bounds: Bounds) {
  while (reached && found.length < bounds.most && bounds.clock() < bounds.until) {
    const next: Reached = await readWindow(db, asked, reached, bounds.most - found.length);
    found.push(...next.found);
    reached = next.reached;
  }
  return { found, reached };
}

const before = ({ by, id }: Cursor, since: number | null) =>
  sql`(posted_at, post_id) < (${by}::bigint, ${id}::bigint) and posted_at >= ${since ?? -1}::bigint`;

/** Of a post of the index. */
function inTopic(asked: Asked): RawBuilder<unknown> {
  const topics = topicsToAsk(asked);
  if (topics.length === 0) return sql``;
  return sql`and exists (select 1 from post join thread_topic using (thread_id)
    where post.id = post_id and topic_id = any(${topics}::bigint[]))`;
}

async function readWindow(db: Db, asked: Asked, beyond: Cursor, most: number): Promise<Reached> {
  const { rows } = await sql<Cursor & { matches: boolean | null }>`
    select posted_at as by, post_id as id, words @@ ${queryOf(asked)} ${inTopic(asked)} as matches from search
    where ${before(beyond, asked.since)} order by posted_at desc, post_id desc limit ${WINDOW}`.execute(
    db,
  );
  const found = rows.filter(({ matches }) => matches).slice(0, most);
  const last = found.length === most ? found.at(-1)! : rows.at(-1);
  const isEnd = rows.length < WINDOW && found.length < most;
  return { found: found.map(placeOf), reached: isEnd || !last ? null : placeOf(last) };
}

const placeOf = ({ by, id }: Cursor): Cursor => ({ by, id });

/** All that matches, or null where that takes the engine too long. */
async function readByWords(
  db: Db,
  asked: Asked,
  beyond: Cursor,
  most: number,
): Promise<Reached | null> {
  const query = sql<Cursor>`
    with found as materialized (select posted_at, post_id from search
      where words @@ ${queryOf(asked)} and ${before(beyond, asked.since)})
    select posted_at as by, post_id as id from found where true ${inTopic(asked)}
    order by posted_at desc, post_id desc limit ${most}`;
  const answer = await readWithin(db, LONGEST, async (trx) => {
    // It takes many rare words together for a common one, and would look through all posts.
    await sql`set local enable_seqscan = off`.execute(trx);
    return query.execute(trx);
  });
  if (answer === null) return null;
  const found = answer.rows;
  return { found, reached: found.length < most ? null : found.at(-1)! };
}
