/** The newest posts of what somebody follows. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { findBranches } from "../following/find-branches.server.ts";
import { findHiddenPosts } from "../following/find-hidden.server.ts";
import type { FeedReader } from "./feed-key.server.ts";
import { findSources } from "./find-sources.server.ts";
import { type Followed, isFollowed, levelsOf } from "./followed.ts";
import { FEED_POSTS } from "./read-entries.server.ts";
import { readFollows } from "./read-follows.server.ts";

/** Of them, those that are asked whether they are muted: where most are, the feed has fewer. */
const MOST_ASKED = 4 * FEED_POSTS;

/** The ids of posts of others, the newest first, without what their reader mutes or would hear nothing of. */
export async function findFollowed(db: Db, reader: FeedReader): Promise<number[]> {
  const follows = await readFollows(db, reader.id);
  const ids = await findSources(db, reader.id, follows);
  if (ids.length === 0) return [];
  const posts = await postsOf.all(db, { ids, readerId: reader.id });
  const isIn = await followedAmong(db, reader, follows, posts);
  const followed = posts
    .filter(isIn)
    .slice(0, MOST_ASKED)
    .map(({ id }) => id);
  const hidden =
    reader.muteCount > 0
      ? await findHiddenPosts(db, reader.id, followed, { isInThread: false })
      : new Set<number>();
  return followed.filter((id) => !hidden.has(id)).slice(0, FEED_POSTS);
}

type Post = Awaited<ReturnType<typeof postsOf.all>>[number];

/** Which posts their reader wishes to hear of. */
async function followedAmong(
  db: Db,
  reader: FeedReader,
  follows: readonly Followed[],
  posts: readonly Post[],
) {
  const threadIds = [...new Set(posts.map((post) => post.thread_id))];
  const topics = new Map<number, number[]>();
  for (const { thread_id, topic_id } of await topicsOf.all(db, { ids: threadIds })) {
    topics.set(thread_id, [...(topics.get(thread_id) ?? []), topic_id]);
  }
  const begun = follows.flatMap(({ kind, objectId }) => (kind === "branch" ? objectId : []));
  const branches = await findBranches(db, new Set(begun), posts);
  const levelOf = levelsOf(follows);
  return (post: Post) =>
    isFollowed(
      {
        ...{ threadId: post.thread_id, authorId: post.author_id, isOpening: post.depth === 0 },
        topicIds: topics.get(post.thread_id) ?? [],
        branchId: branches.get(post.id) ?? null,
        isAnswer: post.answered_id === reader.id,
        isFound: post.found_at !== null,
      },
      levelOf,
    );
}

const postsOf = prepared((db, value: ValueOf<{ ids: readonly number[]; readerId: number }>) =>
  db
    .selectFrom("post")
    .innerJoin("tally", "tally.post_id", "post.id")
    .leftJoin("post as parent", "parent.id", "post.parent_id")
    .select(["post.id", "post.thread_id", "post.author_id", "post.branch_id", "post.depth"])
    .select(["parent.author_id as answered_id", "tally.found_at"])
    .where(isAmong(db, sql.ref("post.id"), value("ids")))
    .where("post.withdrawn_at", "is", null)
    .where("post.author_id", "!=", value("readerId"))
    .orderBy("post.posted_at", "desc")
    .orderBy("post.id", "desc"),
);

const topicsOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("thread_topic")
    .select(["thread_id", "topic_id"])
    .where(isAmong(db, sql.ref("thread_id"), value("ids"))),
);
