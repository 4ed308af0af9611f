/** Threads in which something happened take their place on the front page, and their pages show votes. */
import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { raiseLists } from "../events/list-version.server.ts";
import type { Standards } from "./place.ts";
import { readStandards } from "./read-standards.server.ts";
import { rememberThread } from "./remember-thread.server.ts";
import { powerBelow } from "./reply-score.ts";
import { setPlaces } from "./set-places.server.ts";
import { BACK_DEPTH, BACK_VOTERS, LATELY, storedKey } from "./thread-key.ts";
import { fromUnits, toUnits } from "./units.ts";

/** Threads that are looked up at a time. */
const THREADS = 50;
/** Replies with votes among which the one is looked for that brings a thread back up. */
const LATEST = 500;
/** Posts that move together when their thread has grown. */
const POSTS = 200;

/** Brings up to date whatever votes and replies of the last moment moved, each thread once; answers how many. Each is done by one process, and again if that one dies. Throws the first error when all others are done. */
export async function refreshThreads(db: Db, now: number): Promise<number> {
  const errors: unknown[] = [];
  let done = 0;
  let after = 0;
  for (;;) {
    const waiting = await waitingThreads.all(db, { after });
    if (waiting.length === 0) break;
    const standards = await readStandards(db);
    for (const { thread_id: threadId } of waiting) {
      await moveReplies(db, threadId, standards, now)
        .then((hasMoved) => write(db, (trx) => refresh(trx, { threadId, hasMoved }, standards)))
        .catch((error: unknown) => errors.push(error));
    }
    done += waiting.length;
    after = waiting.at(-1)!.thread_id;
  }
  if (errors.length > 0) throw errors[0];
  return done;
}

const waitingThreads = prepared((db, value: ValueOf<{ after: number }>) =>
  db
    .selectFrom("voted_thread")
    .select("thread_id")
    .where("thread_id", ">", value("after"))
    .orderBy("thread_id")
    .limit(THREADS),
);

interface Moved {
  threadId: number;
  /** Whether its replies have just taken other places. */
  hasMoved: boolean;
}

async function refresh(trx: Trx, { threadId, hasMoved }: Moved, { prior }: Standards) {
  const [taken] = await take.all(trx, { threadId });
  const thread = await parts.first(trx, { threadId });
  // Another process was quicker.
  if (!taken || !thread) return;
  // Its votes have doubled since its replies were moved a moment ago.
  if (hasGrown(thread)) await rememberThread(trx, threadId, true);
  const gains = await gainsIn.all(trx, { threadId });
  const replies = await lastReplies.all(trx, { threadId });
  const back = await backIn.first(trx, { threadId, usual: toUnits(prior) });
  const best = storedKey({
    opening: fromUnits(thread.substance),
    gains: gains.map(({ gain }) => fromUnits(gain)),
    lately: replies.map(({ author_id, insult }) => ({
      author: author_id,
      insult: fromUnits(insult),
    })),
    at: Math.max(thread.started_at, back?.posted_at ?? 0),
  });
  if (taken.is_voted || hasMoved) await raise.all(trx, { threadId });
  if (best !== thread.best) {
    await moveThread.all(trx, { threadId, best });
    await moveInTopics.all(trx, { threadId, best });
  }
  // The least voted of the new threads have places of their own.
  if (best !== thread.best || (taken.is_voted && thread.fresh_until !== null)) {
    await raiseLists(trx, threadId);
  }
}

const take = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db.deleteFrom("voted_thread").where("thread_id", "=", value("threadId")).returning("is_voted"),
);

const parts = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("thread")
    .innerJoin("tally", "tally.post_id", "thread.opening_post_id")
    .select(["thread.started_at", "thread.best", "tally.substance"])
    .select(["thread.vote_count", "thread.vote_step", "thread.fresh_until"])
    .where("thread.id", "=", value("threadId")),
);

const gainsIn = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("thread_person")
    .select("gain")
    .where("thread_id", "=", value("threadId"))
    .where("gain", ">", 0)
    .orderBy("person_id"),
);

const lastReplies = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("post")
    .innerJoin("tally", "tally.post_id", "post.id")
    .select(["tally.author_id", "tally.insult"])
    .where("post.thread_id", "=", value("threadId"))
    .where("post.depth", ">", 0)
    .orderBy("post.id", "desc")
    .limit(LATELY),
);

/** The last reply that brings its thread back up, among the latest of those with votes. */
const backIn = prepared((db, value: ValueOf<{ threadId: number; usual: number }>) =>
  db
    .selectFrom((from) =>
      from
        .selectFrom("tally")
        .select(["post_id", "posted_at", "substance", "depth"])
        .where("thread_id", "=", value("threadId"))
        .where("voter_count", ">=", sql.lit(BACK_VOTERS))
        .orderBy("posted_at", "desc")
        .limit(LATEST)
        .as("voted"),
    )
    .innerJoin("post", "post.id", "voted.post_id")
    .select("voted.posted_at")
    .where("voted.substance", ">=", value("usual"))
    .where("voted.depth", ">", 0)
    .where("voted.depth", "<", BACK_DEPTH)
    .where("post.withdrawn_at", "is", null)
    .orderBy("voted.posted_at", "desc")
    .limit(1),
);

const raise = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", value("threadId")),
);

const moveThread = prepared((db, value: ValueOf<{ threadId: number; best: number }>) =>
  db
    .updateTable("thread")
    .set({ best: value("best") })
    .where("id", "=", value("threadId")),
);

const moveInTopics = prepared((db, value: ValueOf<{ threadId: number; best: number }>) =>
  db
    .updateTable("thread_topic")
    .set({ best: value("best") })
    .where("thread_id", "=", value("threadId")),
);

/** Where a thread's votes have doubled since its replies were last placed, those that are still looked at move; answers whether they did. */
async function moveReplies(
  db: Db,
  threadId: number,
  standards: Standards,
  now: number,
): Promise<boolean> {
  const thread = await growth.first(db, { threadId });
  if (!thread || !hasGrown(thread)) return false;
  let after = 0;
  for (;;) {
    const posts = await lookedAt.all(db, { threadId, after });
    if (posts.length === 0) break;
    const ids = posts.map(({ post_id }) => post_id);
    await write(db, (trx) => setPlaces(trx, ids, standards, now));
    after = ids.at(-1)!;
  }
  const step = powerBelow(thread.vote_count);
  await write(db, (trx) => keepStep.all(trx, { threadId, step }));
  return true;
}

/** Also where votes were taken back until less than half are left: one that is pressed and taken back at a power of two moves nothing. */
function hasGrown({ vote_count, vote_step }: { vote_count: number; vote_step: number }) {
  const step = powerBelow(vote_count);
  return step > vote_step || step * 2 < vote_step;
}

const growth = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db.selectFrom("thread").select(["vote_count", "vote_step"]).where("id", "=", value("threadId")),
);

const lookedAt = prepared((db, value: ValueOf<{ threadId: number; after: number }>) =>
  db
    .selectFrom("tally")
    .select("post_id")
    .where("thread_id", "=", value("threadId"))
    .where("due_at", "is not", null)
    .where("post_id", ">", value("after"))
    .orderBy("post_id")
    .limit(POSTS),
);

const keepStep = prepared((db, value: ValueOf<{ threadId: number; step: number }>) =>
  db
    .updateTable("thread")
    .set({ vote_step: value("step") })
    .where("id", "=", value("threadId")),
);
