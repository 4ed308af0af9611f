/** Asks SQLite's index for what matches, the newest first. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import type { Cursor } from "../cursor.ts";
import { type Asked, marksOf, topicsToAsk } from "./asked.ts";
import type { Bounds, Reached } from "./place.ts";

/** What matches is asked for by so many, then by more: between them the clock is looked at. */
const FIRST = 64;
const MORE = 4;
/** Where a topic is told post by post, most of those that match are not in it. */
const MOST_AT_ONCE = 4_096;

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const inText = (text: string) => `{title body} : ${quote(text)}`;

/** The question in the language of FTS5; whatever was typed stands in quotation marks. */
export function matchOf(asked: Asked): string {
  const wanted = asked.terms.filter((term) => !term.isLeftOut);
  const unwanted = asked.terms.filter((term) => term.isLeftOut);
  const all = [
    ...wanted.map(({ text }) => inText(text)),
    ...marksOf(asked, "").map((marks) => `marks : (${marks.map(quote).join(" OR ")})`),
  ];
  const none = unwanted.map(({ text }) => inText(text));
  const left = none.length > 0 ? ` NOT (${none.join(" OR ")})` : "";
  return `(${all.join(" AND ")})${left}`;
}

/** The index has posts by the hour and by their ids; here an hour is its first second. */
const HOUR = 3_600;
const hourOf = (time: number) => Math.floor(time / HOUR);

/** What matches and stands beyond a place, newest first. */
export async function findInSqlite(
  db: Db,
  asked: Asked,
  beyond: Cursor,
  { most, until, clock }: Bounds,
): Promise<Reached> {
  const match = matchOf(asked);
  const found: Cursor[] = [];
  let reached = beyond;
  for (let size = FIRST; ; size = Math.min(size * MORE, MOST_AT_ONCE)) {
    const rows = await readNext(db, asked, match, reached, size);
    for (const { hour, id, isFound } of rows) {
      reached = { by: hour * HOUR, id };
      if (isFound) found.push(reached);
      if (found.length === most) return { found, reached };
    }
    if (rows.length < size) return { found, reached: null };
    if (clock() >= until) return { found, reached };
  }
}

interface Row {
  hour: number;
  id: number;
  isFound: number;
}

/** The next that match, down to the oldest: FTS5 looks for the next match of a phrase through all posts, whatever time bounds it, so a bound would be paid for once for each part. */
async function readNext(
  db: Db,
  asked: Asked,
  match: string,
  before: Cursor,
  most: number,
): Promise<Row[]> {
  const topics = topicsToAsk(asked);
  const since = asked.since ?? 0;
  // The hour in which the time begins has posts from before it.
  const isSince = sql`(hour > ${hourOf(since)} or (select posted_at from post where post.id = hit.id) >= ${since})`;
  const isInTopic = sql`exists (select 1 from post join thread_topic using (thread_id)
    where post.id = hit.id and topic_id in (select value from json_each(${JSON.stringify(topics)})))`;
  const { rows } = await sql<Row>`
    with hit as materialized (select search.rowid >> 28 as hour, search.rowid & 268435455 as id from search
      where search match ${match} and search.rowid < (${hourOf(before.by)} << 28 | ${before.id})
      and search.rowid >= (${hourOf(since)} << 28) order by search.rowid desc limit ${most})
    select hour, id, ${since > 0 ? isSince : sql`1`} and ${topics.length > 0 ? isInTopic : sql`1`} as "isFound"
    from hit order by hour desc, id desc`.execute(db);
  return rows;
}
