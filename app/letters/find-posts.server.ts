/** What was posted in what somebody follows. Each question is bounded, however much they follow and however much was said. */
import { type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Schema } from "#db/schema.ts";
import { leaveOutBlocked } from "./leave-out-blocked.server.ts";
import { leaveOutQuiet } from "./leave-out-quiet.server.ts";
import type { Candidate } from "./rank-posts.ts";
import { MOST_POSTS } from "./rank-posts.ts";

/** Follows that are looked at, the newest; and threads, those with the best places. */
const MOST_FOLLOWS = 500;
const MOST_THREADS = 200;
const MOST_ANSWERS = 60;
/** Votes decide from so many on; the database keeps those posts apart. */
const MOST_VOTERS_LEFT_OUT = 3;
/** Threads whose posts are looked at where votes tell of too few, and posts of each. */
const MOST_QUIET_THREADS = 12;
const MOST_OF_QUIET_THREAD = 20;

interface Asked {
  personId: number;
  /** Epoch seconds. */
  since: number;
}

/** Posts by others since a time that may be worth reading, in what a person follows and does not merely keep in sight, by what is nearest; not those that were there when they last opened the thread. */
export async function findPosts(db: Db, asked: Asked): Promise<Candidate[]> {
  const follows = await followsOf.all(db, asked);
  const ids = (kind: string) =>
    follows.filter((one) => one.kind === kind).map(({ object_id }) => object_id);
  const { since } = asked;
  const threads = await findThreads(db, {
    ...{ since, threads: ids("thread"), topics: ids("topic") },
  });
  const branches = ids("branch");
  const found = [
    ...(await votedIn.all(db, { ...asked, threads })),
    ...(await begunIn.all(db, { ...asked, threads })),
    ...(await postedBy.all(db, { ...asked, people: ids("person") })),
    ...(branches.length > 0 ? await postedBelow.all(db, { ...asked, branches }) : []),
  ];
  if (found.length < MOST_POSTS) {
    const quiet = new Set(ids("thread"));
    for (const thread of threads.filter((id) => quiet.has(id)).slice(0, MOST_QUIET_THREADS)) {
      found.push(...(await postedIn.all(db, { ...asked, thread })));
    }
  }
  const byId = new Map(found.map((row) => [row.id, row]));
  const heard = await leaveOutBlocked(db, asked.personId, [...byId.values()]);
  const wished = await leaveOutQuiet(db, asked.personId, follows, heard);
  return leaveOutRead(db, asked.personId, wished.map(candidateOf));
}

type Row = Awaited<ReturnType<typeof votedIn.all>>[number];

const candidateOf = (row: Row): Candidate => ({
  ...{ id: row.id, threadId: row.thread_id, substance: row.substance, threadBest: row.best },
  isFound: row.shown_at !== null && row.worth_count > 0,
  ...{ isOpening: row.id === row.opening_post_id, postedAt: row.posted_at },
});

const followsOf = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom("follow")
    .select(["kind", "object_id"])
    .where("person_id", "=", value("personId"))
    .where("level", "in", ["every", "worth"])
    .orderBy("followed_at", "desc")
    .limit(MOST_FOLLOWS),
);

interface Places {
  since: number;
  threads: readonly number[];
  topics: readonly number[];
}

/** Threads in which something was posted since, those with the best places first. */
async function findThreads(db: Db, places: Places): Promise<number[]> {
  const own = places.threads.length > 0 ? await activeThreads.all(db, places) : [];
  const ofTopics = places.topics.length > 0 ? await activeInTopics.all(db, places) : [];
  return [...new Set([...own, ...ofTopics].map(({ id }) => id))].slice(0, MOST_THREADS);
}

const activeThreads = prepared((db, value: ValueOf<Places>) =>
  db
    .selectFrom("thread")
    .select("id")
    .where(isAmong(db, sql.ref("id"), value("threads")))
    .where("active_at", ">", value("since"))
    .orderBy("best", "desc")
    .limit(MOST_THREADS),
);

const activeInTopics = prepared((db, value: ValueOf<Places>) =>
  db
    .selectFrom("thread_topic")
    .select("thread_id as id")
    .where(isAmong(db, sql.ref("topic_id"), value("topics")))
    .where("active_at", ">", value("since"))
    .orderBy("best", "desc")
    .orderBy("thread_id", "desc")
    .limit(MOST_THREADS),
);

/** What is asked of each post, whoever asks. */
const posts = (db: Db, value: ValueOf<Asked>) =>
  db
    .selectFrom("tally")
    .innerJoin("post", "post.id", "tally.post_id")
    .innerJoin("thread", "thread.id", "tally.thread_id")
    .select(["tally.post_id as id", "tally.thread_id", "tally.substance", "tally.shown_at"])
    .select(["tally.author_id", "post.branch_id"])
    .select(["tally.posted_at", "tally.worth_count", "thread.best", "thread.opening_post_id"])
    .where("tally.posted_at", ">", value("since"))
    .where("tally.author_id", "!=", value("personId"))
    .where("post.withdrawn_at", "is", null)
    .where("thread.hidden_at", "is", null)
    .orderBy("tally.substance", "desc")
    .orderBy("tally.post_id")
    .limit(MOST_ANSWERS);

/** The same, where tallies alone tell which: posts are looked up for no more than are wanted. */
const among = (db: Db, value: ValueOf<Asked>, narrow: (tallies: Tallies) => Tallies) =>
  db
    .selectFrom(
      narrow(
        db
          .selectFrom("tally")
          .where("posted_at", ">", value("since"))
          .where("author_id", "!=", value("personId")),
      )
        .select([
          "post_id",
          "thread_id",
          "author_id",
          "substance",
          "shown_at",
          "posted_at",
          "worth_count",
        ])
        .orderBy("substance", "desc")
        .orderBy("post_id")
        .limit(MOST_ANSWERS)
        .as("tally"),
    )
    .innerJoin("post", "post.id", "tally.post_id")
    .innerJoin("thread", "thread.id", "tally.thread_id")
    .select(["tally.post_id as id", "tally.thread_id", "tally.substance", "tally.shown_at"])
    .select(["tally.author_id", "post.branch_id"])
    .select(["tally.posted_at", "tally.worth_count", "thread.best", "thread.opening_post_id"])
    .where("post.withdrawn_at", "is", null)
    .where("thread.hidden_at", "is", null);

type Tallies = SelectQueryBuilder<Schema, "tally", object>;

const votedIn = prepared((db, value: ValueOf<Asked & { threads: readonly number[] }>) =>
  among(db as Db, value, (tallies) =>
    tallies
      .where(isAmong(db, sql.ref("thread_id"), value("threads")))
      .where(sql<SqlBool>`voter_count >= ${sql.lit(MOST_VOTERS_LEFT_OUT)}`)
      .where("shown_at", "is not", null),
  ),
);

const begunIn = prepared((db, value: ValueOf<Asked & { threads: readonly number[] }>) =>
  posts(db as Db, value)
    .where(isAmong(db, sql.ref("thread.id"), value("threads")))
    .where("thread.started_at", ">", value("since"))
    .whereRef("tally.post_id", "=", "thread.opening_post_id"),
);

const postedBy = prepared((db, value: ValueOf<Asked & { people: readonly number[] }>) =>
  among(db as Db, value, (tallies) =>
    tallies.where(isAmong(db, sql.ref("author_id"), value("people"))),
  ),
);

const postedBelow = prepared((db, value: ValueOf<Asked & { branches: readonly number[] }>) =>
  posts(db as Db, value).where("tally.post_id", "in", (eb) => {
    // By an index each, where one condition of both would read every post.
    const below = (column: "branch_id" | "parent_id") =>
      eb
        .selectFrom("post as below")
        .select("below.id")
        .where(isAmong(db, sql.ref(`below.${column}`), value("branches")))
        .where("below.posted_at", ">", value("since"));
    return below("branch_id").union(below("parent_id"));
  }),
);

const postedIn = prepared((db, value: ValueOf<Asked & { thread: number }>) =>
  posts(db as Db, value).where("post.id", "in", (eb) =>
    eb
      .selectFrom("post as latest")
      .select("latest.id")
      .where("latest.thread_id", "=", value("thread"))
      .orderBy("latest.id", "desc")
      .limit(MOST_OF_QUIET_THREAD),
  ),
);

async function leaveOutRead(db: Db, personId: number, candidates: Candidate[]) {
  if (candidates.length === 0) return [];
  const threads = [...new Set(candidates.map(({ threadId }) => threadId))];
  const visits = await visitsOf.all(db, { personId, threads });
  const read = new Map(visits.map((visit) => [visit.thread_id, visit.latest_id]));
  return candidates.filter(({ id, threadId }) => id > (read.get(threadId) ?? 0));
}

const visitsOf = prepared((db, value: ValueOf<{ personId: number; threads: readonly number[] }>) =>
  db
    .selectFrom("thread_visit")
    .select(["thread_id", "latest_id"])
    .where("person_id", "=", value("personId"))
    .where(isAmong(db, sql.ref("thread_id"), value("threads"))),
);
