/** The front page, topic pages and what a person started, in any order. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { type Cursor, lastBeforeGap, writeCursor } from "../cursor.ts";
import { FRESH_PLACES, placeFresh } from "./fresh-places.ts";
import { readFresh } from "./read-fresh.server.ts";
import { readListCursor, type ThreadOrder } from "./thread-order.ts";
import { type ThreadRow, threadsOf, toLines } from "./thread-rows.server.ts";

export const LIST_THREADS = 20;

export interface ListWished {
  order: ThreadOrder;
  after: string | null;
  topicId?: number;
  authorId?: number;
}

/** One page of threads and the cursor of the next. Where the best are asked for, pinned ones stand first, and some places of the first page are for new ones. */
export async function listThreads(db: Db, wished: ListWished) {
  const cursor = readListCursor(wished.order, wished.after);
  const scope = scopeOf(wished);
  const { order, topicId, authorId } = wished;
  const of = { topicId: topicId ?? 0, authorId: authorId ?? 0 };
  const isByVotes = order === "best";
  const from = isByVotes && cursor && !cursor.isSealed ? await placeNow(db, cursor) : cursor;
  const rows = await pages[scope][order].all(db, { ...of, ...(from ?? start) });
  const isFirst = hasPlaces(order, scope) && !cursor;
  const pinned = isFirst ? await pins[scope].all(db, of) : [];
  const fresh = isFirst && rows.length > FRESH_PLACES[0]! ? await readFresh(db, topicId) : [];
  const page = placeFresh<ThreadRow>(rows, fresh).slice(0, LIST_THREADS);
  const { last, isMore } = lastBeforeGap(rows, new Set(page.map(({ id }) => id)));
  const sealing = isByVotes ? { isSealed: true } : {};
  const next = last && isMore ? writeCursor({ by: last.key, id: last.id, ...sealing }) : null;
  return { threads: await toLines(db, [...pinned, ...page]), next };
}

/** Before all that there is. */
const start: Cursor = { by: Number.MAX_SAFE_INTEGER, id: 0 };

/** Where the thread of a cursor that this process did not write stands by votes now; null for one that is not there. */
async function placeNow(db: Db, { id }: Cursor): Promise<Cursor | null> {
  const thread = await bestOf.first(db, { id });
  return thread ? { by: thread.best, id } : null;
}

const bestOf = prepared((db, value: ValueOf<{ id: number }>) =>
  db.selectFrom("thread").select("best").where("id", "=", value("id")),
);

/** Whose threads are listed. */
type Scope = "all" | "topic" | "person";

const scopeOf = ({ topicId, authorId }: ListWished): Scope =>
  authorId !== undefined ? "person" : topicId !== undefined ? "topic" : "all";

/** Whether pinned threads stand first, and new ones have places of their own. */
const hasPlaces = (order: ThreadOrder, scope: Scope) => order === "best" && scope !== "person";

interface Values extends Cursor {
  topicId: number;
  authorId: number;
}

/** What a list is ordered by; a topic's threads by what stands beside the topic, where one index serves both. */
function orderedBy(order: ThreadOrder, scope: Scope) {
  const at = ({ best: "best", new: "started_at", active: "active_at" } as const)[order];
  return scope === "topic"
    ? { at: sql.ref<number>(`thread_topic.${at}`), id: sql.ref<number>("thread_topic.thread_id") }
    : { at: sql.ref<number>(`thread.${at}`), id: sql.ref<number>("thread.id") };
}

const pageOf = (order: ThreadOrder, scope: Scope) =>
  prepared((db, value: ValueOf<Values>) => {
    const { at, id } = orderedBy(order, scope);
    return threadsOf(db)
      .select(at.as("key"))
      .$if(scope === "topic", (query) =>
        query
          .innerJoin("thread_topic", "thread_topic.thread_id", "thread.id")
          .where("thread_topic.topic_id", "=", value("topicId")),
      )
      .$if(scope === "person", (query) => query.where("thread.author_id", "=", value("authorId")))
      .$if(hasPlaces(order, scope), (query) => query.where("thread.pinned_at", "is", null))
      .where(sql<boolean>`(${at}, ${id}) < (${value("by")}, ${value("id")})`)
      .orderBy(at, "desc")
      .orderBy(id, "desc")
      .limit(LIST_THREADS + 1);
  });

const pagesOf = (scope: Scope) => ({
  best: pageOf("best", scope),
  new: pageOf("new", scope),
  active: pageOf("active", scope),
});

const pages = { all: pagesOf("all"), topic: pagesOf("topic"), person: pagesOf("person") };

/** All that are pinned are few, so each is asked for its topic. */
const pinnedOf = (scope: Scope) =>
  prepared((db, value: ValueOf<Omit<Values, keyof Cursor>>) =>
    threadsOf(db)
      .where("thread.pinned_at", "is not", null)
      .$if(scope === "topic", (query) =>
        query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom("thread_topic")
              .select("thread_topic.thread_id")
              .whereRef("thread_topic.thread_id", "=", "thread.id")
              .where("thread_topic.topic_id", "=", value("topicId")),
          ),
        ),
      )
      .orderBy("thread.pinned_at", "desc")
      .orderBy("thread.id", "desc"),
  );

const pins = { all: pinnedOf("all"), topic: pinnedOf("topic"), person: pinnedOf("person") };
