import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { FollowKind } from "#db/schema.ts";

/** So many of what is followed are looked at, of each kind those made last: topics, branches, people; threads that were chosen by a press, and those that are followed by writing there. */
export const MOST_LOOKED_AT = 200;
const MOST_CHOSEN = 1_000;
const MOST_WRITTEN_IN = 400;
/** Of all but the chosen threads so many of the best are found, more than are listed: of them some are muted, or were read. */
const MOST_FOUND = 800;
/** Threads that are looked at of all topics, or of all people, together; and the fewest and the most of one. */
const OF_ALL = 4_000;
const OF_ONE = { least: 20, most: 400 };
/** Who is followed is followed in the threads of so many of their last posts. */
const LAST_POSTS = 20;

export interface FollowedThread {
  id: number;
  /** The key of its place on the front page. */
  best: number;
  /** Followed itself, by a press. */
  isChosen: boolean;
}

/** The threads that a person chose to follow, and the best of the others that they follow, by what they are worth: those of topics, those themselves, those of branches, and those begun or lately written in by people. The work is bounded, however much they follow. */
export async function findFollowedThreads(db: Db, personId: number): Promise<FollowedThread[]> {
  const look = (kind: FollowKind, { most = MOST_LOOKED_AT, isByWriting = 0 } = {}) =>
    idsOf(db, { personId, kind, most, isByWriting });
  const topics = await look("topic");
  const people = await look("person");
  const written = await look("thread", { most: MOST_WRITTEN_IN, isByWriting: 1 });
  const pressed = await look("thread", { most: MOST_CHOSEN });
  const branches = await look("branch");
  const found = [
    ...(topics.length > 0 ? await ofTopics.all(db, share(topics)) : []),
    ...(people.length > 0 ? await begunBy.all(db, share(people)) : []),
    ...(people.length > 0 ? await writtenInBy.all(db, { ids: people }) : []),
    ...(written.length > 0 ? await themselves.all(db, { ids: written }) : []),
    ...(branches.length > 0 ? await ofBranches.all(db, { ids: branches }) : []),
  ];
  const chosen = pressed.length > 0 ? await themselves.all(db, { ids: pressed }) : [];
  const others = new Map(found.map((thread) => [thread.id, thread.best]));
  for (const { id } of chosen) others.delete(id);
  const best = [...others].map(([id, best]) => ({ id, best, isChosen: false })).sort(byWorth);
  const all = [
    ...best.slice(0, MOST_FOUND),
    ...chosen.map((each) => ({ ...each, isChosen: true })),
  ];
  return all.sort(byWorth);
}

const byWorth = (one: FollowedThread, other: FollowedThread) =>
  other.best - one.best || other.id - one.id;

/** Of how many threads of each it is looked at: of fewer, the more there are. */
function share(ids: number[]) {
  const each = Math.floor(OF_ALL / ids.length);
  return { ids, beyond: Math.min(OF_ONE.most, Math.max(OF_ONE.least, each)) - 1 };
}

interface Share {
  ids: readonly number[];
  beyond: number;
}

interface Look {
  personId: number;
  kind: FollowKind;
  most: number;
  isByWriting: number;
}

async function idsOf(db: Db, wish: Look) {
  return (await followed.all(db, wish)).map(({ id }) => id);
}

const followed = prepared((db, value: ValueOf<Look>) =>
  db
    .selectFrom("follow")
    .select("object_id as id")
    .where("person_id", "=", value("personId"))
    .where("kind", "=", value("kind"))
    .where("level", "!=", "muted")
    .where("is_by_writing", "=", value("isByWriting"))
    .orderBy("object_id", "desc")
    .limit(value("most")),
);

/** From the best of each topic down to its n-th. */
const ofTopics = prepared((db, value: ValueOf<Share>) =>
  db
    .selectFrom("topic")
    .innerJoin("thread_topic", "thread_topic.topic_id", "topic.id")
    .select(["thread_topic.thread_id as id", "thread_topic.best"])
    .where(isAmong(db, sql.ref("topic.id"), value("ids")))
    .where("thread_topic.best", ">=", (eb) =>
      eb.fn.coalesce(
        eb
          .selectFrom("thread_topic as other")
          .select("other.best")
          .whereRef("other.topic_id", "=", "topic.id")
          .orderBy("other.best", "desc")
          .limit(1)
          .offset(value("beyond")),
        sql.lit(0),
      ),
    ),
);

/** The same of each person's own. */
const begunBy = prepared((db, value: ValueOf<Share>) =>
  db
    .selectFrom("person")
    .innerJoin("thread", "thread.author_id", "person.id")
    .select(["thread.id", "thread.best"])
    .where(isAmong(db, sql.ref("person.id"), value("ids")))
    .where("thread.best", ">=", (eb) =>
      eb.fn.coalesce(
        eb
          .selectFrom("thread as other")
          .select("other.best")
          .whereRef("other.author_id", "=", "person.id")
          .orderBy("other.best", "desc")
          .limit(1)
          .offset(value("beyond")),
        sql.lit(0),
      ),
    ),
);

/** A cross join, which is taken in its order: an engine that has met few authors so far would go through all posts. */
const writtenInBy = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("person")
    .crossJoin("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["thread.id", "thread.best"])
    .where(isAmong(db, sql.ref("person.id"), value("ids")))
    .whereRef("post.author_id", "=", "person.id")
    .where("post.withdrawn_at", "is", null)
    .where("post.posted_at", ">=", (eb) =>
      eb.fn.coalesce(
        eb
          .selectFrom("post as other")
          .select("other.posted_at")
          .whereRef("other.author_id", "=", "person.id")
          .orderBy("other.posted_at", "desc")
          .limit(1)
          .offset(sql.lit(LAST_POSTS - 1)),
        sql.lit(0),
      ),
    ),
);

const themselves = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("thread")
    .select(["id", "best"])
    .where(isAmong(db, sql.ref("id"), value("ids"))),
);

const ofBranches = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["thread.id", "thread.best"])
    .where(isAmong(db, sql.ref("post.id"), value("ids"))),
);
