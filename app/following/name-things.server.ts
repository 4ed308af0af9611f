/** What is followed, by the names and addresses that its pages show. */
import type { Db, Trx } from "#db/open.server.ts";
import type { FollowKind } from "#db/schema.ts";
import { personPath } from "../accounts/person-link.tsx";
import { excerpt } from "../markdown/excerpt.ts";
import { placePath } from "../posts/post-place.ts";
import { isAwayState, shownHtml } from "../posts/shown-html.ts";
import { searchPath } from "../search/search-path.ts";
import { threadPath } from "../threads/thread-path.ts";
import { topicPath } from "../topics/topic.ts";

/** Characters of a branch's first post. */
const SHOWN = 120;

export interface Named {
  kind: FollowKind;
  id: number;
  /** A topic's or person's name, a thread's title, also of a branch, or the text of a search. */
  name: string;
  path: string;
  /** Of a branch: who wrote the post that begins it, and its beginning, empty where it is withdrawn. */
  author?: string;
  excerpt?: string;
  isWithdrawn?: boolean;
  isAway?: boolean;
}

/** The things of one kind by their ids; those that there are not are left out. */
export async function nameThings(
  db: Db | Trx,
  kind: FollowKind,
  ids: readonly number[],
): Promise<Named[]> {
  return ids.length === 0 ? [] : namers[kind](db, ids);
}

type Namer = (db: Db | Trx, ids: readonly number[]) => Promise<Named[]>;

const nameTopics: Namer = async (db, ids) => {
  const rows = await db
    .selectFrom("topic")
    .select(["id", "name", "slug"])
    .where("id", "in", ids)
    .execute();
  return rows.map(({ id, name, slug }) => ({ kind: "topic", id, name, path: topicPath(slug) }));
};

const nameThreads: Namer = async (db, ids) => {
  const rows = await db
    .selectFrom("thread")
    .select(["id", "title", "slug"])
    .where("id", "in", ids)
    .execute();
  return rows.map((row) => ({
    ...{ kind: "thread", id: row.id, name: row.title, path: threadPath(row) },
  }));
};

const nameBranches: Namer = async (db, ids) => {
  const rows = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "post.html", "post.depth", "post.withdrawn_at", "post.state"])
    .select(["thread.id as thread_id", "thread.title", "thread.slug", "thread.reply_count"])
    .select("person.name as author")
    .where("post.id", "in", ids)
    .execute();
  return rows.map((row) => {
    const { id, title, author, slug, reply_count } = row;
    const isWithdrawn = row.withdrawn_at !== null;
    return {
      ...{ kind: "branch", id, name: title, author, isWithdrawn, isAway: isAwayState(row.state) },
      path: placePath({ id: row.thread_id, slug, reply_count }, row),
      excerpt: isWithdrawn ? "" : excerpt(shownHtml(row), SHOWN),
    };
  });
};

const namePeople: Namer = async (db, ids) => {
  const rows = await db
    .selectFrom("person")
    .select(["id", "name"])
    .where("id", "in", ids)
    .execute();
  return rows.map(({ id, name }) => ({ kind: "person", id, name, path: personPath(name) }));
};

const nameSearches: Namer = async (db, ids) => {
  const rows = await db
    .selectFrom("followed_search")
    .select(["id", "asked"])
    .where("id", "in", ids)
    .execute();
  return rows.map(({ id, asked }) => ({
    ...{ kind: "search", id, name: asked, path: searchPath(asked, "match", null) },
  }));
};

const namers: Record<FollowKind, Namer> = {
  topic: nameTopics,
  thread: nameThreads,
  branch: nameBranches,
  person: namePeople,
  search: nameSearches,
};
