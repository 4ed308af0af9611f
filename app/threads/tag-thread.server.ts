import type { Selectable } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import type { ThreadTable } from "#db/schema.ts";
import { WrongForm } from "../refusals.ts";
import { topicSlug } from "../topics/topic.ts";

/** The ids of topics by name, in the order given, merged ones replaced by where they went; throws WrongForm for a name that no topic has. */
export async function findTopicIds(db: Db | Trx, names: string[]): Promise<number[]> {
  const slugs = names.map(topicSlug);
  const rows = await db
    .selectFrom("topic")
    .select(["id", "slug", "merged_into_id"])
    .where("slug", "in", slugs)
    .execute();
  const bySlug = new Map(rows.map((row) => [row.slug, row.merged_into_id ?? row.id]));
  const unknown = names.filter((_, index) => !bySlug.has(slugs[index]!));
  if (unknown.length > 0) {
    throw new WrongForm({
      topics: {
        key: "threads.topics.unknown",
        values: { count: unknown.length, names: unknown.join(", ").slice(0, 100) },
      },
    });
  }
  return [...new Set(slugs.map((slug) => bySlug.get(slug)!))];
}

/** The ids of a thread's topics, in order. */
export async function readTopicIds(db: Db | Trx, threadId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("thread_topic")
    .select("topic_id")
    .where("thread_id", "=", threadId)
    .orderBy("position")
    .execute();
  return rows.map((row) => row.topic_id);
}

type Tagged = Pick<Selectable<ThreadTable>, "id" | "started_at" | "active_at">;

/** Gives a thread its topics, in order, with its place among the best, and counts it in each. */
export async function addTopics(trx: Trx, thread: Tagged, topicIds: number[]) {
  if (topicIds.length === 0) return;
  const { id, started_at, active_at } = thread;
  await trx
    .insertInto("thread_topic")
    .values((eb) =>
      topicIds.map((topic_id, position) => ({
        ...{ thread_id: id, topic_id, position, started_at, active_at },
        best: eb.selectFrom("thread").select("best").where("id", "=", id),
      })),
    )
    .execute();
  await countThread(trx, topicIds, 1);
}

/** Takes a thread's topics away and gives it others. */
export async function replaceTopics(trx: Trx, thread: Tagged, topicIds: number[]) {
  await dropTopics(trx, thread.id);
  await addTopics(trx, thread, topicIds);
}

/** Takes a thread's topics away; answers which they were, in order. */
export async function dropTopics(trx: Trx, threadId: number): Promise<number[]> {
  const formerIds = await readTopicIds(trx, threadId);
  await trx.deleteFrom("thread_topic").where("thread_id", "=", threadId).execute();
  await countThread(trx, formerIds, -1);
  return formerIds;
}

async function countThread(trx: Trx, topicIds: number[], change: 1 | -1) {
  if (topicIds.length === 0) return;
  await trx
    .updateTable("topic")
    .set((eb) => ({ thread_count: eb("thread_count", "+", change) }))
    .where("id", "in", topicIds)
    .execute();
}
