/** What the streams of a process ask of the database: each a single query for all of them, by indexes alone. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { MOST_TOLD, type Posted } from "./news.ts";

/** Posts of a thread that are read together. */
export const READ_TOGETHER = 300;

/** Of each thread its version, which rises with whatever changes in it, and its last post. */
export const readThreads = (db: Db, threadIds: number[]) => latestOf.all(db, { threadIds });

const latestOf = prepared((db, value: ValueOf<{ threadIds: readonly number[] }>) =>
  db
    .selectFrom("thread")
    .select(["thread.id", "thread.version"])
    .select((eb) =>
      eb
        .selectFrom("post")
        .select((each) => each.fn.max<number | null>("post.id").as("latest"))
        .whereRef("post.thread_id", "=", "thread.id")
        .as("latest"),
    )
    .where(isAmong(db, sql.ref("thread.id"), value("threadIds"))),
);

/** Posts of a thread after one, in order, without those that were withdrawn; at most READ_TOGETHER. */
export const readPosts = (db: Db, threadId: number, after: number): Promise<Posted[]> =>
  postsAfter.all(db, { threadId, after });

const postsAfter = prepared((db, value: ValueOf<{ threadId: number; after: number }>) =>
  db
    .selectFrom("post")
    .select(["id", "author_id as authorId", "version"])
    .where("thread_id", "=", value("threadId"))
    .where("id", ">", value("after"))
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .limit(READ_TOGETHER),
);

/** Of each person how much is unread in their inbox, up to one more than is told, and how much they mute. */
export const readPeople = (db: Db, personIds: number[]) => inboxOf.all(db, { personIds });

const inboxOf = prepared((db, value: ValueOf<{ personIds: readonly number[] }>) =>
  db
    .selectFrom("person")
    .select(["person.id", "person.mute_count as muteCount"])
    .select((eb) =>
      eb
        .selectFrom(
          eb
            .selectFrom("notice")
            .select("notice.id")
            .whereRef("notice.person_id", "=", "person.id")
            .where("notice.read_at", "is", null)
            .limit(MOST_TOLD + 1)
            .as("unread"),
        )
        .select((each) => each.fn.countAll<number>().as("count"))
        .as("unread"),
    )
    .where(isAmong(db, sql.ref("person.id"), value("personIds"))),
);

/** The sessions of people that last, by their ids. */
export async function readSessions(db: Db, personIds: number[], now: number): Promise<Set<string>> {
  const rows = await sessionsOf.all(db, { personIds, now });
  return new Set(rows.map(({ id }) => id));
}

const sessionsOf = prepared((db, value: ValueOf<{ personIds: readonly number[]; now: number }>) =>
  db
    .selectFrom("session")
    .select("id")
    .where(isAmong(db, sql.ref("person_id"), value("personIds")))
    .where("expires_at", ">", value("now")),
);
