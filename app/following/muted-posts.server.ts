/** Which posts somebody mutes, by where they stand, who wrote them and what they say. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { findBranches } from "./find-branches.server.ts";
import {
  decidingBranches,
  holdsWord,
  isMuted,
  isMutedByPlace,
  type Mutes,
  shownText,
} from "./muted.ts";

interface Ids {
  ids: readonly number[];
}

/** Of posts those that are muted by their author, branch or words; where they do not stand on a page of their thread, also by the thread, its topics and its title. */
export async function findMutedPosts(
  db: Db,
  all: Mutes,
  ids: readonly number[],
  { isInThread }: { isInThread: boolean },
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  // Whoever opens a thread wishes to see it.
  const mutes = isInThread ? { ...all, threads: none, topics: none } : all;
  const posts = await readPlaced(db, mutes, ids);
  const texts = mutes.words.length > 0 ? await readTexts(db, ids) : new Map<number, string>();
  const muted = posts.filter((post) =>
    isMuted(mutes, {
      ...post,
      text: `${isInThread ? besideOf(post) : post.title}\n${texts.get(post.id) ?? ""}`,
    }),
  );
  return new Set(muted.map(({ id }) => id));
}

/** What people did about a post. */
export interface Deed {
  id: number;
  postId: number;
  people: readonly number[];
  /** What they wrote to it. */
  text: string;
}

/** Of deeds those that are muted: by whose they were, where the post stands, the thread's title or their own words. */
export async function findMutedDeeds(
  db: Db | Trx,
  mutes: Mutes,
  deeds: readonly Deed[],
): Promise<Set<number>> {
  const posts = await readPlaced(db, mutes, [...new Set(deeds.map(({ postId }) => postId))]);
  const postOf = new Map(posts.map((post) => [post.id, post]));
  const muted = deeds.filter(({ postId, people, text }) => {
    const post = postOf.get(postId);
    if (!post) return false;
    const said = `${post.title}\n${text}`;
    return (
      people.some((id) => mutes.people.has(id)) ||
      holdsWord(said, mutes.words) ||
      isMutedByPlace(mutes, post)
    );
  });
  return new Set(muted.map(({ id }) => id));
}

const none: ReadonlySet<number> = new Set();

/** Posts as mutes ask for them. */
async function readPlaced(db: Db | Trx, mutes: Mutes, ids: readonly number[]) {
  const posts = await postsOf.all(db, { ids });
  const threadIds = [...new Set(posts.map(({ thread_id }) => thread_id))];
  const topics = await readMutedTopics(db, mutes, threadIds);
  const branches = await findBranches(db, decidingBranches(mutes), posts);
  return posts.map((post) => ({
    ...post,
    ...{ threadId: post.thread_id, topicIds: topics.get(post.thread_id) ?? [] },
    ...{
      authorId: post.author_id,
      branchIds: branches.has(post.id) ? [branches.get(post.id)!] : [],
    },
  }));
}

/** What the page of a thread shows beside its opening post. */
const besideOf = (post: Awaited<ReturnType<typeof postsOf.all>>[number]) =>
  post.depth === 0 ? [post.quote, post.disclosure, post.norms].filter(Boolean).join("\n") : "";

/** The topics of threads, by thread; none are asked for where no topic is muted. */
export async function readMutedTopics(db: Db | Trx, mutes: Mutes, ids: readonly number[]) {
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
