/** What `npm run fill` does: plans everything, then writes it in the order of time, some thousand posts in each transaction. */
import { alone } from "#db/alone.server.ts";
import { holdInMemory } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { stopRendering } from "../markdown/render.server.ts";
import { say } from "../strings/say.ts";
import { threadPath } from "../threads/thread-path.ts";
import { beginFilling } from "./begin-filling.server.ts";
import { CannotFill } from "./cannot-fill.ts";
import { Counting, countBatch } from "./counting.ts";
import { type Filling, makeFilling } from "./filling.ts";
import { moderateThreads } from "./moderate-threads.server.ts";
import { planForum } from "./plan-forum.ts";
import { renderFrames, renderPieces } from "./render-pieces.server.ts";
import type { Watch, Wish } from "./wish.ts";
import { writeBatch } from "./write-batch.server.ts";

/** Posts of one transaction: most threads are over within the days that these take, so few rows are written twice. */
const BATCH = 10_000;
/** Of the database in memory: about what one transaction writes. */
const MEGABYTES = 32;
const MODERATORS = 3;

export interface Means {
  now: number;
  /** Of the password with which the first people sign in; where nobody does, anything. */
  hash: string;
  /** Posts of one transaction. */
  batch?: number;
}

export interface Filled {
  posts: number;
  threads: number;
  people: number;
  topics: number;
  /** Addresses of the threads that were made long or deep on purpose, with their posts. */
  special: { path: string; posts: number }[];
  /** The names that can sign in. */
  names: string[];
  isCutShort: boolean;
}

/** Fills a forum without threads; throws CannotFill for any other. Stopped, it leaves what it wrote as if nothing more had been asked for, as it does when it is killed. */
export const fillForum = (db: Db, wish: Wish, means: Means, watch: Watch): Promise<Filled> =>
  alone(db, () => fill(db, wish, means, watch));

/** Throws CannotFill where there are threads. */
export async function refuseThreads(db: Db) {
  const any = await db.selectFrom("thread").select("id").limit(1).executeTakeFirst();
  if (any) throw new CannotFill(say("fill.not-empty"));
}

async function fill(db: Db, wish: Wish, { now, hash, batch = BATCH }: Means, watch: Watch) {
  await refuseThreads(db);
  await holdInMemory(db, MEGABYTES);
  const pieces = await renderPieces(wish.seed);
  const frames = await renderFrames();
  // Nothing is rendered from here on, and the workers hold half of the memory.
  await stopRendering();
  const plan = planForum(wish, now);
  const moderators = listModerators(wish);
  const accounts = { count: wish.accounts, hash };
  const begun = await write(db, (trx) => beginFilling(trx, plan, { moderators, accounts }));
  const counting = new Counting(plan);
  const filling = makeFilling({ plan, pieces, frames, counting, moderators, ...begun });
  while (counting.written < plan.posts.count && !watch.isStopped()) {
    await writeNext(db, filling, watch, batch);
  }
  await finish(db, filling);
  return tellFilled(filling, begun.names.slice(0, wish.accounts));
}

async function writeNext(db: Db, filling: Filling, watch: Watch, size: number) {
  const { plan, counting } = filling;
  const { count } = plan.posts;
  const before = counting.written;
  const batch = countBatch(plan, counting, Math.min(count, before + size));
  await write(db, (trx) =>
    writeBatch(trx, filling, batch, (done) => watch.progress(before + done, count)),
  );
}

/** The last of those who were there when the forum began. */
function listModerators({ people }: Wish): number[] {
  const count = Math.min(MODERATORS, people);
  const first = Math.max(0, Math.ceil(people / 10) - count);
  return Array.from({ length: count }, (_, turn) => first + turn);
}

/** What moderators did, and in the public log how much was made in the end. */
const finish = (db: Db, filling: Filling) =>
  write(db, async (trx) => {
    await moderateThreads(trx, filling);
    const { written } = filling.counting;
    await recordEvent(trx, {
      kind: "imported",
      at: filling.plan.now,
      reason: say("fill.reason", { posts: written, threads: countThreads(filling) }),
      details: { before: null, after: say("fill.source") },
    });
  });

const countThreads = ({ counting }: Filling) =>
  counting.threadPosts.reduce((sum, posts) => sum + Number(posts > 0), 0);

function tellFilled(filling: Filling, names: string[]): Filled {
  const { plan, counting, topicIds, threadIdOf } = filling;
  return {
    posts: counting.written,
    threads: countThreads(filling),
    people: plan.joinedAt.length,
    topics: topicIds.length,
    special: plan.special
      .map(({ thread }) => ({ thread, posts: counting.threadPosts[thread]! }))
      .filter(({ posts }) => posts > 0)
      .map(({ thread, posts }) => ({
        path: threadPath({ id: threadIdOf(thread), slug: "" }),
        posts,
      })),
    names,
    isCutShort: counting.written < plan.posts.count,
  };
}
