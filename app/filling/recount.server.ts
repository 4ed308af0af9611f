/** The counts of rows that are there, set as they are now. */
import { prepared, type ValueOf } from "#db/prepared.server.ts";

interface PostCounts {
  id: number;
  replies: number;
  below: number;
}

export const countOldPost = prepared((db, value: ValueOf<PostCounts>) =>
  db
    .updateTable("post")
    .set({ reply_count: value("replies"), branch_count: value("below") })
    .where("id", "=", value("id")),
);

interface ThreadCounts {
  id: number;
  replies: number;
  people: number;
  version: number;
  activeAt: number;
}

export const countOldThread = prepared((db, value: ValueOf<ThreadCounts>) =>
  db
    .updateTable("thread")
    .set({
      reply_count: value("replies"),
      person_count: value("people"),
      version: value("version"),
      active_at: value("activeAt"),
    })
    .where("id", "=", value("id")),
);

export const moveThreadInTopics = prepared((db, value: ValueOf<{ id: number; activeAt: number }>) =>
  db
    .updateTable("thread_topic")
    .set({ active_at: value("activeAt") })
    .where("thread_id", "=", value("id")),
);

/** Threads that a topic has more than before. */
export const countTopic = prepared((db, value: ValueOf<{ id: number; count: number }>) =>
  db
    .updateTable("topic")
    .set((eb) => ({ thread_count: eb("thread_count", "+", value("count")) }))
    .where("id", "=", value("id")),
);
