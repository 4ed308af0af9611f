/** What is worth reading where somebody does not wish for every post: what begins a thread, what answers them, and what was found. However much else is said there, the newest of it is among these. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { FollowKind } from "#db/schema.ts";
import { livelyIn } from "./lively-in.server.ts";
import { ofEach } from "./of-each.server.ts";
import { FEED_POSTS } from "./read-entries.server.ts";

/** Answers are looked for below so many of a person's last posts that have any. */
const MOST_ANSWERED = 100;
/** Of their posts, those that are looked at for that. */
const MOST_OWN = 1_000;
/** Posts that were found, of all threads and of all people; their reader may have written some of them. */
const MOST_FOUND = 4 * FEED_POSTS;

type Ids = { ids: readonly number[] };
interface Row {
  id: number | null;
}

/** The ids of such posts, in no order; `followed` answers what is followed so. */
export async function findWorthReading(
  db: Db,
  personId: number,
  followed: (kind: FollowKind) => readonly number[],
): Promise<Row[]> {
  const topics = followed("topic");
  const people = followed("person");
  const threads = followed("thread");
  const branches = followed("branch");
  if (topics.length + people.length + threads.length + branches.length === 0) return [];
  const around = [
    ...(await threadsOf.all(db, { ids: branches })),
    ...(await ofEach(db, topics, livelyIn)),
  ];
  return [
    ...(await openings.all(db, { ids: threads })),
    ...(await ofEach(db, topics, startedIn)),
    ...(await ofEach(db, people, startedBy)),
    ...(await foundIn.all(db, { ids: [...threads, ...around.map(({ id }) => id)] })),
    ...(await foundOf.all(db, { ids: people })),
    ...(await ofEach(db, await answered(db, personId), answersTo)),
  ];
}

/** A person's last posts that have replies. */
async function answered(db: Db, personId: number) {
  return (await answeredOf.all(db, { personId })).map(({ id }) => id);
}

const answeredOf = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom(
      db
        .selectFrom("post")
        .select(["id", "posted_at", "reply_count"])
        .where("author_id", "=", value("personId"))
        .orderBy("posted_at", "desc")
        .orderBy("id", "desc")
        .limit(MOST_OWN)
        .as("own"),
    )
    .select("own.id")
    .where("own.reply_count", ">", 0)
    .orderBy("own.posted_at", "desc")
    .orderBy("own.id", "desc")
    .limit(MOST_ANSWERED),
);

const answersTo = (db: Db, postId: number) =>
  db
    .selectFrom("post")
    .select("id")
    .where("parent_id", "=", postId)
    .orderBy("posted_at", "desc")
    .orderBy("id", "desc")
    .limit(FEED_POSTS);

const openings = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("thread")
    .select("opening_post_id as id")
    .where(isAmong(db, sql.ref("id"), value("ids")))
    .orderBy("started_at", "desc")
    .orderBy("thread.id", "desc")
    .limit(FEED_POSTS),
);

const startedIn = (db: Db, topicId: number) =>
  db
    .selectFrom("thread_topic")
    .innerJoin("thread", "thread.id", "thread_topic.thread_id")
    .select("thread.opening_post_id as id")
    .where("thread_topic.topic_id", "=", topicId)
    .orderBy("thread_topic.started_at", "desc")
    .orderBy("thread_topic.thread_id", "desc")
    .limit(FEED_POSTS);

const startedBy = (db: Db, personId: number) =>
  db
    .selectFrom("thread")
    .select("opening_post_id as id")
    .where("author_id", "=", personId)
    .orderBy("started_at", "desc")
    .orderBy("thread.id", "desc")
    .limit(FEED_POSTS);

const threadsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("post")
    .select("thread_id as id")
    .distinct()
    .where(isAmong(db, sql.ref("post.id"), value("ids"))),
);

const found = (column: "thread_id" | "author_id") =>
  prepared((db, value: ValueOf<Ids>) =>
    db
      .selectFrom("tally")
      .select("post_id as id")
      .where(isAmong(db, sql.ref(column), value("ids")))
      .where("found_at", "is not", null)
      .orderBy("posted_at", "desc")
      .orderBy("post_id", "desc")
      .limit(MOST_FOUND),
  );
const foundIn = found("thread_id");
const foundOf = found("author_id");
