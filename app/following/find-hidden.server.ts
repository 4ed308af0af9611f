/** Which threads, posts and entries of the log a reader does not wish to see. Nobody need ask for who mutes nothing. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { holdsWord, isMuted, type Mutes } from "./muted.ts";
import { findMutedPosts, readMutedTopics } from "./muted-posts.server.ts";
import { readMutes } from "./read-mutes.server.ts";

interface Ids {
  ids: readonly number[];
}

/** Of threads in a list: by the thread, its topics, its author, and the words of its line. */
export async function findHiddenThreads(
  db: Db,
  personId: number,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  return hiddenThreads(db, await readMutes(db, personId), ids);
}

async function hiddenThreads(db: Db, mutes: Mutes, ids: readonly number[]): Promise<Set<number>> {
  const threads = await threadsOf.all(db, { ids });
  const topics = await readMutedTopics(db, mutes, ids);
  const hidden = threads.filter(({ id, author_id, title, excerpt }) =>
    isMuted(mutes, {
      ...{ threadId: id, topicIds: topics.get(id) ?? [], authorId: author_id },
      text: `${title}\n${excerpt}`,
    }),
  );
  return new Set(hidden.map(({ id }) => id));
}

/** Of posts: by their author, their branch and what they say; where they do not stand on a page of their thread, also by the thread, its topics and its title. */
export async function findHiddenPosts(
  db: Db,
  personId: number,
  ids: readonly number[],
  { isInThread }: { isInThread: boolean },
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  return findMutedPosts(db, await readMutes(db, personId), ids, { isInThread });
}

/** Of entries of the public log: by whom they concern, the thread, and the words of their line. */
export async function findHiddenEntries(
  db: Db,
  personId: number,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const mutes = await readMutes(db, personId);
  const entries = await entriesOf.all(db, { ids });
  const threadIds = entries.flatMap(({ thread_id }) => thread_id ?? []);
  const threads = threadIds.length > 0 ? await hiddenThreads(db, mutes, threadIds) : none;
  const isPerson = (id: number | null) => id !== null && mutes.people.has(id);
  const hidden = entries.filter(
    ({ person_id, about_id, thread_id, topic_id, topic, reason, details }) =>
      isPerson(person_id) ||
      isPerson(about_id) ||
      (thread_id !== null && threads.has(thread_id)) ||
      (topic_id !== null && mutes.topics.has(topic_id)) ||
      holdsWord([topic, reason, ...namesIn(details)].join("\n"), mutes.words),
  );
  return new Set(hidden.map(({ id }) => id));
}

/** What a topic was called before, and after. */
const namesIn = (details: string | null): unknown[] => Object.values(JSON.parse(details ?? "{}"));

/** The names of those whom a person mutes, of these. */
export async function findMutedNames(
  db: Db,
  personId: number,
  names: readonly string[],
): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const muted = await db
    .selectFrom("follow")
    .innerJoin("person", "person.id", "follow.object_id")
    .select("person.name")
    .where("follow.person_id", "=", personId)
    .where("follow.kind", "=", "person")
    .where("follow.level", "=", "muted")
    .where("person.name", "in", names)
    .execute();
  return new Set(muted.map(({ name }) => name));
}

const none: ReadonlySet<number> = new Set();

const threadsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("thread")
    .select(["id", "author_id", "title", "excerpt"])
    .where(isAmong(db, sql.ref("id"), value("ids"))),
);

const entriesOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("event")
    .leftJoin("topic", "topic.id", "event.topic_id")
    .select(["event.id", "event.person_id", "event.about_id", "event.thread_id"])
    .select(["event.topic_id", "event.reason", "event.details", "topic.name as topic"])
    .where(isAmong(db, sql.ref("event.id"), value("ids"))),
);
