/** Posts as entries of feeds. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { takeFitting } from "../posts/page-size.ts";
import type { Entry } from "./feed.ts";
import { type PostRow, postEntry } from "./post-entry.ts";

/** Most posts of a feed that is no list of threads. */
export const FEED_POSTS = 30;
/** Bytes of HTML after which a feed ends. */
const FEED_BYTES = 1_000_000;

type Ids = { ids: readonly number[] };

/** The entries of posts in the order of their ids here, as many as fit into a feed: the first always does. */
export async function readEntries(
  db: Db,
  ids: readonly number[],
  origin: string,
): Promise<Entry[]> {
  const rows = await readRows(db, ids);
  const topics = await readTopics(db, rows);
  return rows.map((row) => postEntry(row, topics(row.thread_id), origin));
}

/** The posts themselves, in the order of their ids here. */
async function readRows(db: Db, ids: readonly number[]): Promise<PostRow[]> {
  if (ids.length === 0) return [];
  const sizes = new Map((await sizesOf.all(db, { ids })).map(({ id, bytes }) => [id, bytes]));
  const there = ids.flatMap((id) => {
    const bytes = sizes.get(id);
    return bytes === undefined ? [] : { id, bytes: Number(bytes) };
  });
  const fitting = takeFitting(there, 1, FEED_BYTES).map(({ id }) => id);
  const rows = new Map((await postsOf.all(db, { ids: fitting })).map((row) => [row.id, row]));
  return fitting.flatMap((id) => rows.get(id) ?? []);
}

async function readTopics(db: Db, posts: readonly PostRow[]) {
  const ids = [...new Set(posts.map((post) => post.thread_id))];
  const rows = ids.length > 0 ? await topicsOf.all(db, { ids }) : [];
  return (threadId: number) => rows.flatMap((row) => (row.thread_id === threadId ? row.name : []));
}

const sizesOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("post")
    .select((eb) => ["id", eb.fn<number>("octet_length", ["html"]).as("bytes")])
    .where(isAmong(db, sql.ref("id"), value("ids"))),
);

const postsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "person.name as author", "post.kind", "post.html", "post.posted_at"])
    .select(["post.edited_at", "post.withdrawn_at", "post.restored_at", "post.state"])
    .select(["post.depth", "post.thread_id"])
    .select(["thread.title", "thread.slug", "thread.url", "thread.reply_count"])
    .where(isAmong(db, sql.ref("post.id"), value("ids"))),
);

const topicsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select(["thread_topic.thread_id", "topic.name"])
    .where(isAmong(db, sql.ref("thread_topic.thread_id"), value("ids")))
    .orderBy("thread_topic.position"),
);
