/** Asks SQLite's index for what matches, the newest first, in windows of time, so that no question takes longer than it may. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import type { Cursor } from "../cursor.ts";
import { type Asked, marksOf, topicsToAsk } from "./asked.ts";
import type { Bounds, Reached } from "./place.ts";

/** Posts of the first window, about. */
const FIRST_POSTS = 5_000;
/** Milliseconds below which a window was quick, and above which it was slow. */
const QUICK = 4;
const SLOW = 12;

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
const hourOf = ({ by }: Cursor) => Math.floor(by / HOUR);
const placeAt = (hour: number, id: number): Cursor => ({ by: hour * HOUR, id });

/** What matches and stands beyond a place, newest first. */
export async function findInSqlite(
  db: Db,
  asked: Asked,
  beyond: Cursor,
  { most, until, clock }: Bounds,
): Promise<Reached> {
  const match = matchOf(asked);
  const { oldest, newest, near } = await readEnds(db);
  if (oldest === null || newest === null) return { found: [], reached: null };
  const end = Math.max(oldest, Math.floor((asked.since ?? 0) / HOUR));
  const found: Cursor[] = [];
  let before = hourOf(beyond) > newest ? placeAt(newest + 1, 0) : beyond;
  let width = Math.max(1, newest - (near ?? oldest));
  for (;;) {
    const from = Math.max(end, hourOf(before) - width);
    const began = clock();
    found.push(...(await readWindow(db, asked, match, before, from, most - found.length)));
    if (found.length >= most) return { found, reached: found.at(-1)! };
    if (from <= end) return { found, reached: null };
    before = placeAt(from, 0);
    const now = clock();
    if (now >= until) return { found, reached: before };
    width *= growthOf(now - began);
  }
}

/** How much wider the next window may be, where one took so many milliseconds. */
const growthOf = (took: number) => (took < QUICK ? 4 : took < SLOW ? 2 : 1);

/** The hours of the oldest and the newest post, and of one that is some thousand posts older than that. */
async function readEnds(db: Db) {
  const { rows } = await sql<Record<"oldest" | "newest" | "near", number | null>>`select
    (select min(id) >> 28 from search_docsize) as oldest,
    (select max(id) >> 28 from search_docsize) as newest,
    (select id >> 28 from search_docsize order by id desc limit 1 offset ${FIRST_POSTS}) as near`.execute(
    db,
  );
  return rows[0]!;
}

/** One window, from its later end on to its earlier hour, which belongs to it. */
async function readWindow(
  db: Db,
  asked: Asked,
  match: string,
  before: Cursor,
  from: number,
  most: number,
): Promise<Cursor[]> {
  const topics = topicsToAsk(asked);
  const inTopic = sql`and exists (select 1 from post join thread_topic using (thread_id)
    where post.id = search.rowid & 268435455 and topic_id in (select value from json_each(${JSON.stringify(topics)})))`;
  const { rows } = await sql<{ hour: number; id: number }>`
    select search.rowid >> 28 as hour, search.rowid & 268435455 as id from search
    where search match ${match} and search.rowid < (${hourOf(before)} << 28 | ${before.id}) and search.rowid >= (${from} << 28)
    ${topics.length > 0 ? inTopic : sql``} order by search.rowid desc limit ${most}`.execute(db);
  return rows.map(({ hour, id }) => placeAt(hour, id));
}
