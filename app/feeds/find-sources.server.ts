/** Where posts may be that somebody follows: a few of the newest of each place and person, however much is there. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { FollowKind } from "#db/schema.ts";
import { findWorthReading } from "./find-worth-reading.server.ts";
import type { Followed } from "./followed.ts";
import { livelyIn } from "./lively-in.server.ts";
import { ofEach } from "./of-each.server.ts";
import { FEED_POSTS } from "./read-entries.server.ts";

/** Topics, branches and people that are looked through, each, at either level: those followed last. */
export const MOST_SOURCES = 100;

type Ids = { ids: readonly number[] };

/** The ids of posts, in no order, among which the newest are that a person follows: whatever is posted where they wish for every post, and what is worth reading elsewhere. */
export async function findSources(
  db: Db,
  personId: number,
  follows: readonly Followed[],
): Promise<number[]> {
  const at = (level: Followed["level"]) => (kind: FollowKind) => {
    const ids = follows.flatMap((each) =>
      each.kind === kind && each.level === level ? each.objectId : [],
    );
    return kind === "thread" ? ids : ids.slice(0, MOST_SOURCES);
  };
  const every = at("every");
  const heads = (await headsOf.all(db, { ids: every("branch") })).flatMap(
    ({ branch_id }) => branch_id ?? [],
  );
  const threads = await liveliest(db, every("thread"), every("topic"));
  const found = [
    ...(await ofEach(db, threads, postedIn("thread_id"))),
    ...(await ofEach(db, [...new Set(heads)], postedIn("branch_id"))),
    ...(await ofEach(db, every("person"), postedIn("author_id"))),
    ...(await findWorthReading(db, personId, at("worth"))),
  ];
  return [...new Set(found.flatMap(({ id }) => id ?? []))];
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

const postedIn = (column: "thread_id" | "branch_id" | "author_id") => (db: Db, id: number) =>
  db
    .selectFrom("post")
    .select("id")
    .where(column, "=", id)
    .$if(column !== "thread_id", (query) => query.orderBy("posted_at", "desc"))
    .orderBy("id", "desc")
    .limit(FEED_POSTS);
