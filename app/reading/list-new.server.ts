import { type SqlBool, sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { padList } from "#db/pad-list.ts";
import type { Person } from "../permissions.ts";
import { PAGE_POSTS } from "../posts/post-place.ts";
import { MOST_COUNTED } from "./new-posts.ts";

/** The ids of what others posted in a thread after a post, in order: enough to count as far as is told, and to know one that a page does not show. */
export async function listNew(
  db: Db,
  person: Person,
  threadId: number,
  seenId: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom("post")
    .select("id")
    .where("thread_id", "=", threadId)
    .where("id", ">", seenId)
    .where("author_id", "!=", person.id)
    .orderBy("id")
    .limit(PAGE_POSTS + MOST_COUNTED + 1)
    .execute();
  return rows.map(({ id }) => id);
}

/** What is new in a thread of a list. */
export interface News {
  /** Counted up to one more than is told. */
  count: number;
  firstId: number;
}

/** What others posted in threads that a person visited, since they last opened them: one query for the whole list, by thread; threads without news are left out. */
export async function listNews(
  db: Db,
  person: Person | null,
  threadIds: number[],
): Promise<Record<number, News>> {
  if (!person || threadIds.length === 0) return {};
  const since = sql<SqlBool>`post.thread_id = thread_visit.thread_id and post.id > thread_visit.latest_id and post.author_id != ${person.id}`;
  const rows = await db
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
    .where("person_id", "=", person.id)
    .where("thread_id", "in", padList(threadIds))
    .execute();
  const news: Record<number, News> = {};
  for (const { thread_id, count, firstId } of rows) {
    if (count && firstId) news[thread_id] = { count, firstId };
  }
  return news;
}
