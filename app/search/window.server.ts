/**
 * A part of SQLite's index, looked through at a time. FTS5 compares a bound only with what matches: where little does, it
 * goes on to the oldest post of all. So it is given something more to find, right beyond the end of the window, where the
 * bound then ends its search.
 */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Cursor } from "../cursor.ts";

/** The index has posts by the hour and by their ids; here an hour is its first second. */
export const HOUR = 3_600;
export const hourOf = (time: number) => Math.floor(time / HOUR);

export interface Window {
  /** The first second of its oldest hour. */
  end: number;
  /** Whether nothing beyond it is asked for. */
  isLast: boolean;
}

/** The window that begins beyond a place and holds so many posts, to the end of an hour; or as many as there are since a time. */
export async function findWindow(
  db: Db,
  beyond: Cursor,
  { posts, since }: { posts: number; since: number },
): Promise<Window> {
  const last = await placeAfter.first(db, { hour: hourOf(beyond.by), id: beyond.id, posts });
  return !last || last.hour <= hourOf(since)
    ? windowSince(since)
    : { end: last.hour * HOUR, isLast: false };
}

/** All that there is since a time. */
export const windowSince = (since: number): Window => ({ end: hourOf(since) * HOUR, isLast: true });

/** FTS5 keeps the length of each post by its place: nothing else tells the places of so many in so few bytes. */
const placeAfter = prepared((db, value: ValueOf<{ hour: number; id: number; posts: number }>) =>
  db
    .selectFrom(sql<{ id: number }>`search_docsize`.as("listed"))
    .select(sql<number>`listed.id >> 28`.as("hour"))
    .where(sql<boolean>`listed.id < (${value("hour")} << 28 | ${value("id")})`)
    .orderBy("listed.id", "desc")
    .limit(1)
    .offset(value("posts")),
);

/** Threads that may end a search. One would do, were not all posts of some of them withdrawn. */
const STOPS = 3;

/** The question, or any of the threads that were quiet by the end of a window and since: they have no post in it. One expression for one statement, so that it holds whatever is posted meanwhile. */
export const untilEnd = (match: string, { end }: Window): RawBuilder<string> =>
  end === 0
    ? sql`${match}`
    : sql`${`(${match})`} || coalesce((
        select ' OR marks : (' || group_concat('"in' || id || '"', ' OR ') || ')' from (
          select id from thread where active_at < ${end} and merged_into_id is null
          order by active_at desc, id desc limit ${STOPS}
        )
      ), '')`;
