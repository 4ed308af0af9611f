import { type SqlBool, sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Person } from "../permissions.ts";
import { PAGE_POSTS } from "../posts/post-place.ts";
import { MOST_COUNTED } from "./new-posts.ts";

const newOf = prepared(
  (db, value: ValueOf<{ personId: number; threadId: number; seenId: number }>) =>
    db
      .selectFrom("post")
      .select("id")
      .where("thread_id", "=", value("threadId"))
      .where("id", ">", value("seenId"))
      .where("author_id", "!=", value("personId"))
      .orderBy("id")
      .limit(PAGE_POSTS + MOST_COUNTED + 1),
);

/** The ids of what others posted in a thread after a post, in order: enough to count as far as is told, and to know one that a page does not show. */
export async function listNew(
  db: Db,
  person: Person,
  threadId: number,
  seenId: number,
): Promise<number[]> {
  const rows = await newOf.all(db, { personId: person.id, threadId, seenId });
  return rows.map(({ id }) => id);
}

/** What is new in a thread of a list. */
export interface News {
  /** Counted up to one more than is told. */
  count: number;
  firstId: number;
}

const newsOf = prepared(
  (db, value: ValueOf<{ personId: number; threadIds: readonly number[] }>) => {
    const since = sql<SqlBool>`post.thread_id = thread_visit.thread_id and post.id > thread_visit.latest_id and post.author_id != ${value("personId")}`;
    return db
      .selectFrom("thread_visit")
      .select("thread_id")
      .select((eb) => [
        eb
          .selectFrom(
            eb
              .selectFrom("post")
              .select("post.id")
              .where(since)
              .limit(MOST_COUNTED + 1)
              .as("news"),
          )
          .select((each) => each.fn.countAll<number>().as("count"))
          .as("count"),
        eb
          .selectFrom("post")
          .select("post.id")
          .where(since)
          .orderBy("post.id")
          .limit(1)
          .as("firstId"),
      ])
      .where("person_id", "=", value("personId"))
      .where(isAmong(db, sql.ref("thread_id"), value("threadIds")));
  },
);

/** What others posted in threads that a person visited, since they last opened them: one query for the whole list, by thread; threads without news are left out. */
export async function listNews(
  db: Db,
  person: Person | null,
  threadIds: number[],
): Promise<Record<number, News>> {
  if (!person || threadIds.length === 0) return {};
  const news: Record<number, News> = {};
  for (const row of await newsOf.all(db, { personId: person.id, threadIds })) {
    const { thread_id, count, firstId } = row;
    if (count && firstId) news[thread_id] = { count, firstId };
  }
  return news;
}
