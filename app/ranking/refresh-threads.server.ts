/** Threads in which something happened take their place on the front page, and their pages show votes. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { raiseLists } from "../events/list-version.server.ts";
import { findWorthy } from "./find-worthy.server.ts";
import type { Standards } from "./place.ts";
import { readStandards } from "./read-standards.server.ts";
import { powerBelow } from "./reply-score.ts";
import { setPlaces } from "./set-places.server.ts";
import { BACK_DEPTH, BACK_VOTERS, LATELY, storedKey } from "./thread-key.ts";
import { fromUnits, toUnits } from "./units.ts";

/** Threads that are looked up at a time. */
const THREADS = 50;
/** Threads that are read and written together: on SQLite they share a commit. Whoever asks meanwhile waits for so many. */
const TOGETHER = 8;
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
    for (let place = 0; place < waiting.length; place += TOGETHER) {
      const few = waiting.slice(place, place + TOGETHER);
      const following = few.map((note) => follow(db, note, standards, now));
      for (const { reason } of (await Promise.allSettled(following)).filter(isRejected)) {
        errors.push(reason);
      }
    }
    done += waiting.length;
    after = waiting.at(-1)!.thread_id;
  }
  if (errors.length > 0) throw errors[0];
  return done;
}

const isRejected = (ended: PromiseSettledResult<void>): ended is PromiseRejectedResult =>
  ended.status === "rejected";

const waitingThreads = prepared((db, value: ValueOf<{ after: number }>) =>
  db
    .selectFrom("voted_thread")
    .select(["thread_id", "is_voted", "noted"])
    .where("thread_id", ">", value("after"))
    .orderBy("thread_id")
    .limit(THREADS),
);

type Note = Awaited<ReturnType<typeof waitingThreads.all>>[number];

/** Reads outside of the transaction, which is short: whatever happens meanwhile is noted again. */
async function follow(db: Db, note: Note, standards: Standards, now: number) {
  const { thread_id: threadId, noted } = note;
  const hasMoved = await moveReplies(db, threadId, standards, now);
  if (note.is_voted) await findWorthy(db, threadId, standards, now);
  const thread = await parts.first(db, { threadId });
  const best = thread ? await keyOf(db, threadId, thread, standards) : 0;
  const hasChanged = thread !== undefined && best !== thread.best;
  const isSeen = note.is_voted === 1 || hasMoved;
  await write(db, async (trx) => {
    // The thread's row first, as every deed does: else two that wait for each other would.
    const isMoved = isSeen || hasChanged;
    // Where another process followed the same note, all is done.
    if (isMoved && !(await keep.first(trx, { threadId, best, raised: isSeen ? 1 : 0, noted }))) {
      return;
    }
    if (hasChanged) await keepInTopics.all(trx, { threadId, best });
    await forget.all(trx, { threadId, noted });
    // The least voted of the new threads have places of their own.
    if (hasChanged || (note.is_voted && thread?.fresh_until)) await raiseLists(trx, threadId);
  });
}

type Thread = NonNullable<Awaited<ReturnType<typeof parts.first>>>;

/** The stored key of a thread by what stands in it now. */
async function keyOf(db: Db, threadId: number, thread: Thread, { prior }: Standards) {
  const gains = await gainsIn.all(db, { threadId });
  const replies = await lastReplies.all(db, { threadId });
  const back = await backIn.first(db, { threadId, usual: toUnits(prior) });
  return storedKey({
    opening: fromUnits(thread.substance),
    gains: gains.map(({ gain }) => fromUnits(gain)),
    lately: replies.map(({ author_id, insult }) => ({
      author: author_id,
      insult: fromUnits(insult),
    })),
    at: Math.max(thread.started_at, back?.posted_at ?? 0),
  });
}

const forget = prepared((db, value: ValueOf<{ threadId: number; noted: number }>) =>
  db
    .deleteFrom("voted_thread")
    .where("thread_id", "=", value("threadId"))
    .where("noted", "=", value("noted")),
);

const parts = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("thread")
    .innerJoin("tally", "tally.post_id", "thread.opening_post_id")
    .select(["thread.started_at", "thread.best", "tally.substance"])
    .select("thread.fresh_until")
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

interface Kept {
  threadId: number;
  best: number;
  raised: number;
  noted: number;
}

const keep = prepared((db, value: ValueOf<Kept>) =>
  db
    .updateTable("thread")
    .set((eb) => ({ best: value("best"), version: eb("version", "+", value("raised")) }))
    .where("id", "=", value("threadId"))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("voted_thread")
          .select("voted_thread.thread_id")
          .where("voted_thread.thread_id", "=", value("threadId"))
          .where("noted", "=", value("noted")),
      ),
    )
    .returning("id"),
);

const keepInTopics = prepared((db, value: ValueOf<{ threadId: number; best: number }>) =>
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
