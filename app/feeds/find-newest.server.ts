/** Which posts a feed shows, the newest first. */
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { FEED_POSTS } from "./read-entries.server.ts";

/** Of somebody's posts, those that are looked at: where most were withdrawn, their feed has fewer. */
const MOST_LOOKED_AT = 500;

const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

/** Of a thread, withdrawn ones too. */
export const findNewestInThread = async (db: Db, threadId: number): Promise<number[]> =>
  idsOf(await inThread.all(db, { threadId }));

const inThread = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("post")
    .select("id")
    .where("thread_id", "=", value("threadId"))
    .orderBy("id", "desc")
    .limit(FEED_POSTS),
);

/** Of a person, without what they withdrew. */
export const findNewestByPerson = async (db: Db, personId: number): Promise<number[]> =>
  idsOf(await byPerson.all(db, { personId }));

const byPerson = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom(
      db
        .selectFrom("post")
        .select(["id", "posted_at", "withdrawn_at"])
        .where("author_id", "=", value("personId"))
        .orderBy("posted_at", "desc")
        .orderBy("id", "desc")
        .limit(MOST_LOOKED_AT)
        .as("near"),
    )
    .select("near.id")
    .where("near.withdrawn_at", "is", null)
    .orderBy("near.posted_at", "desc")
    .orderBy("near.id", "desc")
    .limit(FEED_POSTS),
);

/** What a thread's feed says of it; undefined for one that is not there. */
export const readThreadOfFeed = (db: Db, threadId: number) => thread.first(db, { threadId });

const thread = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("thread")
    .select(["id", "title", "slug", "started_at", "merged_into_id"])
    .where("id", "=", value("threadId")),
);
