/** The front page, topic pages and what a person started, in any order. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
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
  const rows = await threadRows(db, wished, cursor);
  const pinned = hasPinnedFirst(wished) && !cursor ? await pinnedRows(db, wished) : [];
  const page = rows.slice(0, LIST_THREADS);
  const last = page.at(-1);
  const next =
    last && rows.length > LIST_THREADS
      ? writeCursor({ by: wished.order === "new" ? last.started_at : last.active_at, id: last.id })
      : null;
  return { threads: await withTopics(db, [...pinned, ...page]), next };
}

const hasPinnedFirst = ({ order, authorId }: ListWished) =>
  order === "best" && authorId === undefined;

type Row = Awaited<ReturnType<typeof threadRows>>[number];

function threadsOf(db: Db) {
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
function orderOf({ order, topicId }: ListWished) {
  const at = order === "new" ? "started_at" : "active_at";
  return topicId === undefined
    ? { at: sql.ref<number>(`thread.${at}`), id: sql.ref<number>("thread.id") }
    : { at: sql.ref<number>(`thread_topic.${at}`), id: sql.ref<number>("thread_topic.thread_id") };
}

function threadRows(db: Db, wished: ListWished, cursor: Cursor | null) {
  const { topicId, authorId } = wished;
  const { at, id } = orderOf(wished);
  return threadsOf(db)
    .$if(topicId !== undefined, (query) =>
      query
        .innerJoin("thread_topic", "thread_topic.thread_id", "thread.id")
        .where("thread_topic.topic_id", "=", topicId!),
    )
    .$if(authorId !== undefined, (query) => query.where("thread.author_id", "=", authorId!))
    .$if(hasPinnedFirst(wished), (query) => query.where("thread.pinned_at", "is", null))
    .$if(cursor !== null, (query) =>
      query.where(sql<boolean>`(${at}, ${id}) < (${cursor!.by}, ${cursor!.id})`),
    )
    .orderBy(at, "desc")
    .orderBy(id, "desc")
    .limit(LIST_THREADS + 1)
    .execute();
}

/** All that are pinned are few, so each is asked for its topic. */
function pinnedRows(db: Db, { topicId }: ListWished) {
  return threadsOf(db)
    .where("thread.pinned_at", "is not", null)
    .$if(topicId !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("thread_topic")
            .select("thread_topic.thread_id")
            .whereRef("thread_topic.thread_id", "=", "thread.id")
            .where("thread_topic.topic_id", "=", topicId!),
        ),
      ),
    )
    .orderBy("thread.pinned_at", "desc")
    .orderBy("thread.id", "desc")
    .execute();
}

async function withTopics(db: Db, rows: Row[]): Promise<ThreadLine[]> {
  if (rows.length === 0) return [];
  const topics = await db
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select(["thread_topic.thread_id", "topic.name", "topic.slug"])
    .where(
      "thread_topic.thread_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("thread_topic.position")
    .execute();
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
