/** The front page, topic pages and what a person started, in any order. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { type Cursor, readCursor, writeCursor } from "../cursor.ts";
import type { ThreadOrder } from "./thread-order.ts";

export const LIST_THREADS = 20;

export interface ThreadLine {
  id: number;
  title: string;
  slug: string;
  author: string;
  url: string | null;
  excerpt: string;
  startedAt: number;
  activeAt: number;
  replyCount: number;
  personCount: number;
  isPinned: boolean;
  isLocked: boolean;
  topics: { name: string; slug: string }[];
}

export interface ListWished {
  order: ThreadOrder;
  after: string | null;
  topicId?: number;
  authorId?: number;
}

/** One page of threads and the cursor of the next; pinned ones stand first where best are asked for. Until votes exist, best is activity. */
export async function listThreads(db: Db, wished: ListWished) {
  const cursor = readCursor(wished.after);
  const scope = scopeOf(wished);
  const of = { topicId: wished.topicId ?? 0, authorId: wished.authorId ?? 0 };
  const rows = await pages[scope][wished.order].all(db, { ...of, ...(cursor ?? start) });
  const pinned =
    hasPinnedFirst(wished.order, scope) && !cursor ? await pins[scope].all(db, of) : [];
  const page = rows.slice(0, LIST_THREADS);
  const last = page.at(-1);
  const next =
    last && rows.length > LIST_THREADS
      ? writeCursor({ by: wished.order === "new" ? last.started_at : last.active_at, id: last.id })
      : null;
  return { threads: await withTopics(db, [...pinned, ...page]), next };
}

/** Before all that there is. */
const start: Cursor = { by: Number.MAX_SAFE_INTEGER, id: 0 };

/** Whose threads are listed. */
type Scope = "all" | "topic" | "person";

const scopeOf = ({ topicId, authorId }: ListWished): Scope =>
  authorId !== undefined ? "person" : topicId !== undefined ? "topic" : "all";

const hasPinnedFirst = (order: ThreadOrder, scope: Scope) => order === "best" && scope !== "person";

interface Values extends Cursor {
  topicId: number;
  authorId: number;
}

function threadsOf(db: Db | Trx) {
  return db
    .selectFrom("thread")
    .innerJoin("person", "person.id", "thread.author_id")
    .select([
      "thread.id",
      "thread.title",
      "thread.slug",
      "person.name as author",
      "thread.url",
      "thread.excerpt",
      "thread.started_at",
      "thread.active_at",
      "thread.reply_count",
      "thread.person_count",
      "thread.pinned_at",
      "thread.locked_at",
    ]);
}

/** What a list is ordered by; a topic's threads by what stands beside the topic, where one index serves both. */
function orderedBy(order: ThreadOrder, scope: Scope) {
  const at = order === "new" ? "started_at" : "active_at";
  return scope === "topic"
    ? { at: sql.ref<number>(`thread_topic.${at}`), id: sql.ref<number>("thread_topic.thread_id") }
    : { at: sql.ref<number>(`thread.${at}`), id: sql.ref<number>("thread.id") };
}

const pageOf = (order: ThreadOrder, scope: Scope) =>
  prepared((db, value: ValueOf<Values>) => {
    const { at, id } = orderedBy(order, scope);
    return threadsOf(db)
      .$if(scope === "topic", (query) =>
        query
          .innerJoin("thread_topic", "thread_topic.thread_id", "thread.id")
          .where("thread_topic.topic_id", "=", value("topicId")),
      )
      .$if(scope === "person", (query) => query.where("thread.author_id", "=", value("authorId")))
      .$if(hasPinnedFirst(order, scope), (query) => query.where("thread.pinned_at", "is", null))
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

const topicsOf = prepared((db, value: ValueOf<{ threadIds: readonly number[] }>) =>
  db
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select(["thread_topic.thread_id", "topic.name", "topic.slug"])
    .where(isAmong(db, sql.ref("thread_topic.thread_id"), value("threadIds")))
    .orderBy("thread_topic.position"),
);

type Row = Awaited<ReturnType<(typeof pages)["all"]["best"]["all"]>>[number];

async function withTopics(db: Db, rows: Row[]): Promise<ThreadLine[]> {
  if (rows.length === 0) return [];
  const topics = await topicsOf.all(db, { threadIds: rows.map((row) => row.id) });
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    slug: row.slug,
    author: row.author,
    url: row.url,
    excerpt: row.excerpt,
    startedAt: row.started_at,
    activeAt: row.active_at,
    replyCount: row.reply_count,
    personCount: row.person_count,
    isPinned: row.pinned_at !== null,
    isLocked: row.locked_at !== null,
    topics: topics
      .filter((topic) => topic.thread_id === row.id)
      .map(({ name, slug }) => ({ name, slug })),
  }));
}
