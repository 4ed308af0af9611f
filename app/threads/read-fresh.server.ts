import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { FRESH_VOTERS } from "../ranking/thread-key.ts";
import { type ThreadRow, threadsOf } from "./thread-rows.server.ts";

/** So many of the newest threads are looked at. */
const LOOKED_AT = 40;

/** New threads with few votes, of a topic where one is named; without those that are pinned. */
export const readFresh = (db: Db, topicId: number | undefined): Promise<ThreadRow[]> =>
  topicId === undefined ? freshOfAll.all(db, {}) : freshOfTopic.all(db, { topicId });

const freshOfAll = prepared((db) =>
  threadsOf(db)
    .innerJoin(
      db
        .selectFrom("thread")
        .select("id")
        .where("fresh_until", "is not", null)
        .orderBy("fresh_until", "desc")
        .limit(LOOKED_AT)
        .as("newest"),
      (join) => join.onRef("newest.id", "=", "thread.id"),
    )
    .where("thread.vote_count", "<", FRESH_VOTERS)
    .where("thread.pinned_at", "is", null),
);

const freshOfTopic = prepared((db, value: ValueOf<{ topicId: number }>) =>
  threadsOf(db)
    .innerJoin(
      db
        .selectFrom("thread_topic")
        .select("thread_id as id")
        .where("topic_id", "=", value("topicId"))
        .orderBy("started_at", "desc")
        .orderBy("thread_id", "desc")
        .limit(LOOKED_AT)
        .as("newest"),
      (join) => join.onRef("newest.id", "=", "thread.id"),
    )
    .where("thread.fresh_until", "is not", null)
    .where("thread.vote_count", "<", FRESH_VOTERS)
    .where("thread.pinned_at", "is", null),
);
