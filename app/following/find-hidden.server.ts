/** Which threads, posts and entries of the log a reader does not wish to see. Nobody need ask for who mutes nothing. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { findBranches } from "./find-branches.server.ts";
import { holdsWord, isMuted, type Mutes, shownText } from "./muted.ts";
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
  const topics = await readTopics(db, mutes, ids);
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
  const all = await readMutes(db, personId);
  // Whoever opens a thread wishes to see it.
  const mutes = isInThread ? { ...all, threads: none, topics: none } : all;
  const posts = await postsOf.all(db, { ids });
  const texts = mutes.words.length > 0 ? await readTexts(db, ids) : new Map<number, string>();
  const threadIds = [...new Set(posts.map(({ thread_id }) => thread_id))];
  const topics = await readTopics(db, mutes, threadIds);
  const branches = await findBranches(db, mutes, posts);
  const hidden = posts.filter((post) =>
    isMuted(mutes, {
      ...{ threadId: post.thread_id, topicIds: topics.get(post.thread_id) ?? [] },
      ...{ authorId: post.author_id, branchIds: branches.get(post.id) ?? [post.id] },
      text: `${isInThread ? besideOf(post) : post.title}\n${texts.get(post.id) ?? ""}`,
    }),
  );
  return new Set(hidden.map(({ id }) => id));
}

/** What the page of a thread shows beside its opening post. */
const besideOf = (post: Awaited<ReturnType<typeof postsOf.all>>[number]) =>
  post.depth === 0 ? [post.quote, post.disclosure, post.norms].filter(Boolean).join("\n") : "";

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
    ({ person_id, about_id, thread_id, topic_id, reason }) =>
      isPerson(person_id) ||
      isPerson(about_id) ||
      (thread_id !== null && threads.has(thread_id)) ||
      (topic_id !== null && mutes.topics.has(topic_id)) ||
      holdsWord(reason ?? "", mutes.words),
  );
  return new Set(hidden.map(({ id }) => id));
}

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

/** By thread; none are asked for where no topic is muted. */
async function readTopics(db: Db, mutes: Mutes, ids: readonly number[]) {
  const topics = new Map<number, number[]>();
  if (mutes.topics.size === 0) return topics;
  for (const { thread_id, topic_id } of await topicsOf.all(db, { ids })) {
    topics.set(thread_id, [...(topics.get(thread_id) ?? []), topic_id]);
  }
  return topics;
}

async function readTexts(db: Db, ids: readonly number[]) {
  const rows = await textsOf.all(db, { ids });
  return new Map(rows.map(({ id, html }) => [id, shownText(html)]));
}

const threadsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("thread")
    .select(["id", "author_id", "title", "excerpt"])
    .where(isAmong(db, sql.ref("id"), value("ids"))),
);

const topicsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("thread_topic")
    .select(["thread_id", "topic_id"])
    .where(isAmong(db, sql.ref("thread_id"), value("ids"))),
);

const postsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "post.thread_id", "post.author_id", "post.branch_id"])
    .select(["post.depth", "thread.title", "thread.quote", "thread.disclosure", "thread.norms"])
    .where(isAmong(db, sql.ref("post.id"), value("ids"))),
);

const textsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("post")
    .select(["id", "html"])
    .where(isAmong(db, sql.ref("id"), value("ids")))
    .where("withdrawn_at", "is", null),
);

const entriesOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("event")
    .select(["id", "person_id", "about_id", "thread_id", "topic_id", "reason"])
    .where(isAmong(db, sql.ref("id"), value("ids"))),
);
