import type { Db } from "#db/open.server.ts";
import { nameKey } from "../names/name-key.ts";
import type { Said } from "../strings/say.ts";
import { topicSlug } from "../topics/topic.ts";
import type { Asked } from "./asked.ts";
import type { Question } from "./question.ts";

/** Threads that are told one by one to the index. */
const MOST_THREADS = 200;

/** The question with the ids of its people and topics; or sentences about those that there are not. */
export async function lookUp(db: Db, question: Question): Promise<Asked | Said[]> {
  const { terms, kinds, since } = question;
  const people = await findPeople(db, question.by);
  const topics = await findTopics(db, question.topics);
  const problems = [...people.problems, ...topics.problems];
  if (problems.length > 0) return problems;
  const topicIds = topics.ids;
  const threadIds = topicIds.length > 0 ? await findFewThreads(db, topicIds) : null;
  return { terms, kinds, since, personIds: people.ids, topicIds, threadIds };
}

interface Found {
  ids: number[];
  problems: Said[];
}

async function findPeople(db: Db, names: string[]): Promise<Found> {
  if (names.length === 0) return { ids: [], problems: [] };
  const rows = await db
    .selectFrom("person")
    .select(["id", "name_key"])
    .where("name_key", "in", names.map(nameKey))
    .execute();
  const byKey = new Map(rows.map(({ id, name_key }) => [name_key, id]));
  const keyed = names.map((name) => [nameKey(name), name] as const);
  return told(keyed, byKey, "search.person");
}

/** Topics by name or by the name in their address; one that was merged is the one it went to. */
async function findTopics(db: Db, names: string[]): Promise<Found> {
  if (names.length === 0) return { ids: [], problems: [] };
  const keyed = names.map((name) => [topicSlug(name), name] as const);
  const rows = await db
    .selectFrom("topic")
    .select(["id", "slug", "merged_into_id"])
    .where(
      "slug",
      "in",
      keyed.map(([slug]) => slug),
    )
    .execute();
  const bySlug = new Map(rows.map((row) => [row.slug, row.merged_into_id ?? row.id]));
  return told(keyed, bySlug, "search.topic");
}

function told(
  keyed: (readonly [key: string, name: string])[],
  ids: Map<string, number>,
  key: "search.person" | "search.topic",
): Found {
  const found = keyed.flatMap(([each]) => ids.get(each) ?? []);
  const unknown = keyed.filter(([each]) => !ids.has(each));
  const problems = unknown.map(([, value]) => ({ key, values: { value } }));
  return { ids: [...new Set(found)], problems };
}

async function findFewThreads(db: Db, topicIds: number[]): Promise<number[] | null> {
  const rows = await db
    .selectFrom("thread_topic")
    .select("thread_id")
    .where("topic_id", "in", topicIds)
    .limit(MOST_THREADS + 1)
    .execute();
  if (rows.length > MOST_THREADS) return null;
  // No thread has the number 0: a topic without any has no posts.
  return rows.length > 0 ? rows.map((row) => row.thread_id) : [0];
}
