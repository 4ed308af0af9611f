/** Where posts may be that somebody follows: a few of the newest of each place and person, however much is there. */
import { type Expression, sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Followed } from "./followed.ts";
import { FEED_POSTS } from "./read-entries.server.ts";

/** Topics, people and branches that are looked through, each. */
const MOST_SOURCES = 100;

type Ids = { ids: readonly number[] };

/** The ids of posts, in no order, among which the newest are that are followed. */
export async function findSources(db: Db, follows: readonly Followed[]): Promise<number[]> {
  const of = (kind: Followed["kind"]) =>
    follows.flatMap((each) =>
      each.kind === kind && (each.level === "every" || each.level === "worth") ? each.objectId : [],
    );
  const topics = of("topic").slice(0, MOST_SOURCES);
  const heads = (await headsOf.all(db, { ids: of("branch") })).flatMap(
    ({ branch_id }) => branch_id ?? [],
  );
  const threads = await liveliest(db, of("thread"), topics);
  const found = [
    ...(await ofEach(db, topics, startedIn)),
    ...(await ofEach(db, threads, postedIn("thread_id"))),
    ...(await ofEach(db, [...new Set(heads)].slice(0, MOST_SOURCES), postedIn("branch_id"))),
    ...(await ofEach(db, of("person").slice(0, MOST_SOURCES), postedIn("author_id"))),
  ];
  return [...new Set(found.flatMap(({ id }) => id ?? []))];
}

/** The rows of one query for each id, all in one. */
async function ofEach<Row>(
  db: Db,
  ids: readonly number[],
  query: (db: Db, id: number) => Expression<Row>,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const parts = ids.map((id) => sql`select * from ${query(db, id)} as part`);
  return (await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(db)).rows;
}

/** Of threads that are followed and those of topics, the ones with the latest posts: no others have the newest. */
async function liveliest(db: Db, threads: readonly number[], topics: readonly number[]) {
  const rows = [
    ...(await livelyThreads.all(db, { ids: threads })),
    ...(await ofEach(db, topics, livelyIn)),
  ];
  rows.sort((one, other) => other.active_at - one.active_at || other.id - one.id);
  return [...new Set(rows.map(({ id }) => id))].slice(0, FEED_POSTS);
}

const livelyThreads = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("thread")
    .select(["id", "active_at"])
    .where(isAmong(db, sql.ref("id"), value("ids")))
    .orderBy("active_at", "desc")
    .orderBy("id", "desc")
    .limit(FEED_POSTS),
);

const headsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("post")
    .select("branch_id")
    .where(isAmong(db, sql.ref("id"), value("ids"))),
);

const livelyIn = (db: Db, topicId: number) =>
  db
    .selectFrom("thread_topic")
    .select(["thread_id as id", "active_at"])
    .where("topic_id", "=", topicId)
    .orderBy("active_at", "desc")
    .orderBy("thread_id", "desc")
    .limit(FEED_POSTS);

const startedIn = (db: Db, topicId: number) =>
  db
    .selectFrom("thread_topic")
    .innerJoin("thread", "thread.id", "thread_topic.thread_id")
    .select("thread.opening_post_id as id")
    .where("thread_topic.topic_id", "=", topicId)
    .orderBy("thread_topic.started_at", "desc")
    .orderBy("thread_topic.thread_id", "desc")
    .limit(FEED_POSTS);

const postedIn = (column: "thread_id" | "branch_id" | "author_id") => (db: Db, id: number) =>
  db
    .selectFrom("post")
    .select("id")
    .where(column, "=", id)
    .$if(column !== "thread_id", (query) => query.orderBy("posted_at", "desc"))
    .orderBy("id", "desc")
    .limit(FEED_POSTS);
