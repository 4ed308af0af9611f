import type { Db } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";
import { topicSlug } from "./topic.ts";

export interface TopicLine {
  id: number;
  name: string;
  slug: string;
  about: string;
  threadCount: number;
}

/** Every topic that stands, those with most threads first. */
export async function listTopics(db: Db): Promise<TopicLine[]> {
  const rows = await db
    .selectFrom("topic")
    .select(["id", "name", "slug", "about", "thread_count"])
    .where("merged_into_id", "is", null)
    .orderBy("thread_count", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ thread_count, ...topic }) => ({ ...topic, threadCount: thread_count }));
}

/** A topic by its part of an address, and the slug where it stands now when it was merged; throws Refusal 404. */
export async function readTopic(db: Db, part: string) {
  const topic = await db
    .selectFrom("topic")
    .leftJoin("topic as into", "into.id", "topic.merged_into_id")
    .select(["topic.id", "topic.name", "topic.slug", "topic.about", "into.slug as merged_into"])
    .where("topic.slug", "=", topicSlug(part))
    .executeTakeFirst();
  if (!topic) throw new Refusal(404, { key: "topics.not-found" });
  return topic;
}
