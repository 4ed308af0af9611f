import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { Refusal } from "../refusals.ts";
import { topicSlug } from "./topic.ts";

export interface TopicLine {
  id: number;
  name: string;
  slug: string;
  about: string;
  threadCount: number;
}

/** The topics that stand, those with most threads first: every one, or as many as are wanted. */
export async function listTopics(
  db: Db,
  { most = Number.MAX_SAFE_INTEGER }: { most?: number } = {},
): Promise<TopicLine[]> {
  const rows = await standing.all(db, { most });
  return rows.map(({ thread_count, ...topic }) => ({ ...topic, threadCount: thread_count }));
}

const standing = prepared((db, value: ValueOf<{ most: number }>) =>
  db
    .selectFrom("topic")
    .select(["id", "name", "slug", "about", "thread_count"])
    .where("merged_into_id", "is", null)
    .orderBy("thread_count", "desc")
    .orderBy("id")
    .limit(value("most")),
);

/** A topic by its part of an address, and the slug where it stands now when it was merged; throws Refusal 404. */
export async function readTopic(db: Db, part: string) {
  const topic = await db
    .selectFrom("topic")
    .leftJoin("topic as into", "into.id", "topic.merged_into_id")
    .select(["topic.id", "topic.name", "topic.slug", "topic.about", "topic.made_at"])
    .select("into.slug as merged_into")
    .where("topic.slug", "=", topicSlug(part))
    .executeTakeFirst();
  if (!topic) throw new Refusal(404, { key: "topics.not-found" });
  return topic;
}
