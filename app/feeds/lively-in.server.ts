import type { Db } from "#db/open.server.ts";
import { FEED_POSTS } from "./read-entries.server.ts";

/** The threads of a topic with the latest posts, for `ofEach`. */
export const livelyIn = (db: Db, topicId: number) =>
  db
    .selectFrom("thread_topic")
    .select(["thread_id as id", "active_at"])
    .where("topic_id", "=", topicId)
    .orderBy("active_at", "desc")
    .orderBy("thread_id", "desc")
    .limit(FEED_POSTS);
