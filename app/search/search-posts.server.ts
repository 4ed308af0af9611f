/** One page of what was found. */
import { engineOf } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { type Cursor, readCursor, writeCursor } from "../cursor.ts";
import type { Asked } from "./asked.ts";
import { findInPostgres } from "./find-in-postgres.server.ts";
import { findInSqlite } from "./find-in-sqlite.server.ts";
import { type Bounds, START_OF_LIST } from "./place.ts";
import { rank } from "./rank.ts";
import { type FoundPost, readPosts, readTexts } from "./read-found.server.ts";

/** Posts on a page. */
export const PAGE = 20;
/** Most posts that are compared, the newest that match. */
export const MOST_COMPARED = 500;
/** How long finding and reading may take, in milliseconds. */
const FINDING_TIME = 25;
const READING_TIME = 25;

export type SearchOrder = "match" | "newest";

export interface Wish {
  order: SearchOrder;
  /** The cursor of an address; one that nobody made leads to the first page. */
  after: string | null;
}

export interface Found {
  posts: FoundPost[];
  /** The cursor of the next page. */
  next: string | null;
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
  const cursor = readCursor(after);
  const terms = asked.terms.filter((term) => !term.isLeftOut);
  if (order === "newest" || terms.length === 0) return searchNewest(db, asked, cursor, clock);
  const until = clock() + FINDING_TIME;
  const { found, reached } = await find(db, asked, START_OF_LIST, {
    ...{ most: MOST_COMPARED, until, clock },
  });
  const ids = idsOf(found);
  const texts = await readTexts(db, ids, { until: clock() + READING_TIME, clock });
  const ranked = rank(texts, terms);
  const isBeyond = ({ score, id }: { score: number; id: number }) =>
    cursor === null || score < cursor.by || (score === cursor.by && place.get(id)! > start);
  const place = new Map(ids.map((id, index) => [id, index]));
  const start = cursor ? (place.get(cursor.id) ?? -1) : -1;
  const rest = ranked.filter(isBeyond);
  const page = rest.slice(0, PAGE);
  const last = page.at(-1);
  const isCut = reached !== null || texts.length < found.length;
  return {
    posts: await readPosts(db, terms, idsOf(page)),
    next: last && rest.length > PAGE ? writeCursor({ by: last.score, id: last.id }) : null,
    compared: isCut ? texts.length : null,
    reachedAt: null,
  };
}

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
  const next = isFull ? page.at(-1)! : reached;
  return {
    posts: await readPosts(db, terms, idsOf(page)),
    next: next && writeCursor(next),
    compared: null,
    reachedAt: !isFull && reached ? reached.by : null,
  };
}

const find = (db: Db, asked: Asked, beyond: Cursor, bounds: Bounds) =>
  (engineOf(db) === "sqlite" ? findInSqlite : findInPostgres)(db, asked, beyond, bounds);
