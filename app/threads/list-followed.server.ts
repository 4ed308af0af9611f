/** The order of following: what one reader follows, by the worth that everybody finds in it, what they have read of it last. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { readVotesCursor, writeCursor } from "../cursor.ts";
import { findHiddenThreads } from "../following/find-hidden.server.ts";
import { findFollowedThreads } from "./find-followed-threads.server.ts";
import { LIST_THREADS } from "./list-threads.server.ts";
import { type ThreadLine, threadsOf, toLines } from "./thread-rows.server.ts";

/** Threads that are listed at most besides those that the reader chose themselves. */
export const MOST_OTHERS = 400;

interface Reader {
  person: { id: number };
  /** What the reader mutes, counted. */
  muteCount: number;
}

/** One page of the threads that a reader follows, by a topic, by themselves, by a branch or by who writes in them, and the cursor of the next. Those in which nothing is newer than what was seen come after all others; muted ones are left out. */
export async function listFollowed(
  db: Db,
  { person, muteCount }: Reader,
  after: string | null,
): Promise<{ threads: ThreadLine[]; next: string | null }> {
  const found = await findFollowedThreads(db, person.id);
  const ids = found.map(({ id }) => id);
  const hidden = muteCount > 0 ? await findHiddenThreads(db, person.id, ids) : new Set();
  const read = await findRead(db, person.id, ids);
  const ordered = found
    .filter(({ id }) => !hidden.has(id))
    .map(({ id, best, isChosen }) => ({ id, key: best + (read.has(id) ? 0 : UNREAD), isChosen }))
    .sort(byKey);
  const beyond = new Set(ordered.filter(({ isChosen }) => !isChosen).slice(MOST_OTHERS));
  const inOrder = ordered.filter((thread) => !beyond.has(thread));
  const from = inOrder.slice(beginOf(inOrder, after));
  const page = from.slice(0, LIST_THREADS);
  const last = page.at(-1);
  const next =
    last && from.length > page.length
      ? writeCursor({ by: last.key, id: last.id, isSealed: true })
      : null;
  const rows = await rowsOf.all(db, { ids: page.map(({ id }) => id) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    threads: await toLines(
      db,
      page.flatMap(({ id }) => byId.get(id) ?? []),
    ),
    next,
  };
}

interface Placed {
  id: number;
  key: number;
}

/** Above every key that votes and time make. */
const UNREAD = 2 ** 50;

const byKey = (one: Placed, other: Placed) => other.key - one.key || other.id - one.id;

/** Where a page begins; a cursor of another process leads behind its thread, wherever that stands now. */
function beginOf(inOrder: readonly Placed[], after: string | null): number {
  const cursor = readVotesCursor(after);
  if (!cursor) return 0;
  const { id, by: key, isSealed } = cursor;
  if (!isSealed) return inOrder.findIndex((thread) => thread.id === id) + 1;
  const begin = inOrder.findIndex((thread) => byKey(thread, { id, key }) > 0);
  return begin < 0 ? inOrder.length : begin;
}

/** Threads of which the person has seen the last post. */
async function findRead(db: Db, personId: number, ids: number[]): Promise<Set<number>> {
  const rows = await visits.all(db, { personId, ids });
  return new Set(rows.flatMap(({ id, seen, latest }) => (seen >= (latest ?? 0) ? id : [])));
}

const visits = prepared((db, value: ValueOf<{ personId: number; ids: readonly number[] }>) =>
  db
    .selectFrom("thread_visit")
    .select(["thread_visit.thread_id as id", "thread_visit.latest_id as seen"])
    .select((eb) =>
      eb
        .selectFrom("post")
        .select((each) => each.fn.max<number | null>("post.id").as("latest"))
        .whereRef("post.thread_id", "=", "thread_visit.thread_id")
        .as("latest"),
    )
    .where("thread_visit.person_id", "=", value("personId"))
    .where(isAmong(db, sql.ref("thread_visit.thread_id"), value("ids"))),
);

const rowsOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  threadsOf(db).where(isAmong(db, sql.ref("thread.id"), value("ids"))),
);
