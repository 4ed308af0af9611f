/** Threads as the lines of a list show them. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

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
  openingId: number | null;
  topics: { name: string; slug: string }[];
}

/** Threads that lists show, with all that their lines need of `thread` and of its author `person`. */
export const threadsOf = (db: Db | Trx) =>
  db
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
      "thread.opening_post_id",
      "thread.vote_count",
    ])
    .where("thread.hidden_at", "is", null)
    .where("thread.merged_into_id", "is", null);

export type ThreadRow = Awaited<ReturnType<ReturnType<typeof threadsOf>["execute"]>>[number];

/** The lines of threads, in their order, with their topics. */
export async function toLines(db: Db, rows: readonly ThreadRow[]): Promise<ThreadLine[]> {
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
    openingId: row.opening_post_id,
    topics: topics
      .filter((topic) => topic.thread_id === row.id)
      .map(({ name, slug }) => ({ name, slug })),
  }));
}

const topicsOf = prepared((db, value: ValueOf<{ threadIds: readonly number[] }>) =>
  db
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select(["thread_topic.thread_id", "topic.name", "topic.slug"])
    .where(isAmong(db, sql.ref("thread_topic.thread_id"), value("threadIds")))
    .orderBy("thread_topic.position"),
);
