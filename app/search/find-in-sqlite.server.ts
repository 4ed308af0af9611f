/** Asks SQLite's index for what matches, the newest first. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import type { Cursor } from "../cursor.ts";
import { type Asked, marksOf, topicsToAsk } from "./asked.ts";
import type { Bounds, Reached } from "./place.ts";
import type { Term } from "./question.ts";
import { findWindow, HOUR, hourOf, untilEnd, type Window, windowSince } from "./window.server.ts";
import { wordsOf } from "./words.ts";

/** Where a topic is told post by post, most of those that match may not be in it: so many are asked for, then more, and between them the clock is looked at. */
const FIRST = 64;
const MORE = 4;
const MOST_AT_ONCE = 1_024;

/** Posts of the first window; a phrase of common words that stands nowhere is looked for in some ten thousand a millisecond. */
const WINDOW = 32_768;
/** How much larger a window may be than one before it that took little time. */
const STRIDE = 4;

/** Whether the engine may pass by many posts between two that match: where words must come together or stay away, unless all of them are somebody's or of a few threads. What has one word is found post by post. */
function mayMatchSeldom({ terms, kinds, personIds, threadIds }: Asked): boolean {
  if (personIds.length > 0 || threadIds !== null) return false;
  return terms.length + Math.min(kinds.length, 1) > 1 || terms.some(isPhrase);
}

const isPhrase = ({ text }: Term) => wordsOf(text).length !== 1;

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

/** What matches and stands beyond a place, newest first. Where little may match, the clock is looked at when the `first` so many posts were looked through. */
export async function findInSqlite(
  db: Db,
  asked: Asked,
  beyond: Cursor,
  bounds: Bounds,
  first = WINDOW,
): Promise<Reached> {
  const since = asked.since ?? 0;
  const found: Cursor[] = [];
  let posts = mayMatchSeldom(asked) ? first : null;
  for (let reached = beyond; ; ) {
    const began = bounds.clock();
    const window =
      posts === null ? windowSince(since) : await findWindow(db, reached, { posts, since });
    const most = bounds.most - found.length;
    const part = await findInWindow(db, asked, reached, window, { ...bounds, most });
    found.push(...part.found);
    if (part.reached || window.isLast) return { found, reached: part.reached };
    reached = { by: window.end, id: 0 };
    const now = bounds.clock();
    const took = now - began;
    const left = bounds.until - now;
    // The next will take about as long.
    if (left < Math.max(took, 1)) return { found, reached };
    if (posts !== null && took * STRIDE < left) posts *= STRIDE;
  }
}

/** What matches in a window, as far as so many and until then; `reached` is null for all of it. */
async function findInWindow(
  db: Db,
  asked: Asked,
  beyond: Cursor,
  window: Window,
  { most, until, clock }: Bounds,
): Promise<Reached> {
  const match = matchOf(asked);
  const found: Cursor[] = [];
  let reached = beyond;
  const isAnyFound = topicsToAsk(asked).length === 0;
  for (let size = isAnyFound ? most : FIRST; ; size = Math.min(size * MORE, MOST_AT_ONCE)) {
    const rows = await readNext(db, asked, match, reached, window, size);
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

/** The next that match in a window. */
async function readNext(
  db: Db,
  asked: Asked,
  match: string,
  before: Cursor,
  window: Window,
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
      where search match ${untilEnd(match, window)} and search.rowid < (${hourOf(before.by)} << 28 | ${before.id})
      and search.rowid >= (${hourOf(window.end)} << 28) order by search.rowid desc limit ${most})
    select hour, id, ${since > 0 ? isSince : sql`1`} and ${topics.length > 0 ? isInTopic : sql`1`} as "isFound"
    from hit order by hour desc, id desc`.execute(db);
  return rows;
}
