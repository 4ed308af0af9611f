import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

/** Of the threads that somebody opened, so many of the newest are looked at, */
const THREADS = 50;
/** and of the posts in each so many are taken for read. */
const POSTS = 200;
/** Votes that are looked at. */
const VOTES = 1_000;

export interface Reading {
  read: number;
  votes: number;
  authors: number;
}

/** What the first level rests on: posts of others in threads that somebody opened, votes, and whose posts they were for; the last ones, as many as a level can need and more. */
export async function readNewcomer(db: Db, personId: number): Promise<Reading> {
  const { read } = (await readPosts.first(db, { personId }))!;
  const { votes, authors } = (await readVotes.first(db, { personId }))!;
  return { read: Number(read), votes: Number(votes), authors: Number(authors) };
}

const readPosts = prepared((db, value: ValueOf<{ personId: number }>) => {
  const visits = db
    .selectFrom("thread_visit")
    .select(["thread_id", "latest_id"])
    .where("person_id", "=", value("personId"))
    .orderBy("thread_id", "desc")
    .limit(THREADS);
  return db.selectFrom(visits.as("visit")).select(
    sql<number>`coalesce(sum((
        select count(*) from (
          select 1 as one from post
          where post.thread_id = visit.thread_id and post.id <= visit.latest_id
            and post.author_id <> ${value("personId")}
          limit ${sql.lit(POSTS)}
        ) as those
      )), 0)`.as("read"),
  );
});

const readVotes = prepared((db, value: ValueOf<{ personId: number }>) => {
  const latest = db
    .selectFrom("vote")
    .select("author_id")
    .where("person_id", "=", value("personId"))
    .where((eb) => eb.or([eb("worth", "<>", 0), eb("agree", "<>", 0)]))
    .orderBy("cast_at", "desc")
    .limit(VOTES);
  return db
    .selectFrom(latest.as("latest"))
    .select([
      sql<number>`count(*)`.as("votes"),
      sql<number>`count(distinct author_id)`.as("authors"),
    ]);
});
