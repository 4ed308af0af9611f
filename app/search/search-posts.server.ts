/** One page of what was found. */
import { engineOf } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { type Cursor, readPlainCursor, writeCursor } from "../cursor.ts";
import type { Asked } from "./asked.ts";
import { findInPostgres } from "./find-in-postgres.server.ts";
import { findInSqlite } from "./find-in-sqlite.server.ts";
import { type Bounds, START_OF_LIST } from "./place.ts";
import { rank } from "./rank.ts";
import { type FoundPost, readPosts, readTexts } from "./read-found.server.ts";

/** Posts on a page. */
export const PAGE = 20;
/** Most posts that are compared, the newest that match: what is read from PostgreSQL is compared in the server's own thread. */
export const MOST_COMPARED = { sqlite: 500, postgres: 200 };
/** How long finding and reading may take, in milliseconds. */
const FINDING_TIME = 40;
const READING_TIME = 25;

export type SearchOrder = "match" | "newest";

export interface Wish {
  order: SearchOrder;
  /** The cursor of an address; one that nobody made leads to the first page. */
  after: string | null;
}

export interface Found {
  posts: FoundPost[];
  /** The cursor of the next page, and its order: what was not looked at is read by time. */
  next: string | null;
  nextOrder: SearchOrder;
  /** How many were compared, where more match. */
  compared: number | null;
  /** How far back was looked, where the time was up before the end. */
  reachedAt: number | null;
}

/** Milliseconds, to tell how long something takes. */
export const stopwatch = () => Number(process.hrtime.bigint()) / 1e6;

/** Answers a question with a page of posts that stand; what takes too long ends early and says so. `clock` counts milliseconds. */
export async function searchPosts(
  db: Db,
  asked: Asked,
  { order, after }: Wish,
  clock: () => number,
): Promise<Found> {
  const cursor = readPlainCursor(after);
  const terms = asked.terms.filter((term) => !term.isLeftOut);
  if (order === "newest" || terms.length === 0) return searchNewest(db, asked, cursor, clock);
  const until = clock() + FINDING_TIME;
  const most = MOST_COMPARED[engineOf(db)];
  const { found, reached } = await find(db, asked, START_OF_LIST, { most, until, clock });
  const ids = idsOf(found);
  const texts = await readTexts(db, ids, { until: clock() + READING_TIME, clock });
  const ranked = rank(texts, terms);
  const isBeyond = ({ score, id }: { score: number; id: number }) =>
    cursor === null || score < cursor.by || (score === cursor.by && place.get(id)! > start);
  const place = new Map(ids.map((id, index) => [id, index]));
  const start = cursor ? (place.get(cursor.id) ?? -1) : -1;
  const rest = ranked.filter(isBeyond);
  const page = rest.slice(0, PAGE);
  const posts = await readPosts(db, terms, idsOf(page));
  const isLast = rest.length <= PAGE;
  const isEarly = reached !== null && found.length < most;
  if (isLast && isEarly) return { posts, ...onByTime(reached), compared: null };
  const last = isLast ? null : page.at(-1)!;
  return {
    posts,
    next: last && writeCursor({ by: last.score, id: last.id }),
    nextOrder: order,
    compared: reached !== null || texts.length < found.length ? texts.length : null,
    reachedAt: null,
  };
}

/** What is older than all that was looked at is read by time. */
const onByTime = (reached: Cursor) => ({
  next: writeCursor(reached),
  nextOrder: "newest" as const,
  reachedAt: reached.by,
});

const idsOf = (all: readonly { id: number }[]) => all.map(({ id }) => id);

async function searchNewest(
  db: Db,
  asked: Asked,
  cursor: Cursor | null,
  clock: () => number,
): Promise<Found> {
  const { terms } = asked;
  const until = clock() + FINDING_TIME;
  const { found, reached } = await find(db, asked, cursor ?? START_OF_LIST, {
    ...{ most: PAGE + 1, until, clock },
  });
  const page = found.slice(0, PAGE);
  const isFull = found.length > PAGE;
  const posts = await readPosts(db, terms, idsOf(page));
  if (!isFull && reached) return { posts, ...onByTime(reached), compared: null };
  const next = isFull ? writeCursor(page.at(-1)!) : null;
  return { posts, next, nextOrder: "newest", compared: null, reachedAt: null };
}

const find = (db: Db, asked: Asked, beyond: Cursor, bounds: Bounds) =>
  (engineOf(db) === "sqlite" ? findInSqlite : findInPostgres)(db, asked, beyond, bounds);
