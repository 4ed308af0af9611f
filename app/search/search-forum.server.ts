/** Searches where nobody who reads waits for it: a file of SQLite in a worker with a connection of its own, PostgreSQL over there. */
import path from "node:path";
import { pool as makePool, type Pool, Promise as PoolPromise } from "workerpool";
import type { Db } from "#db/open.server.ts";
import { fileOf } from "#db/reader.server.ts";
import { Refusal } from "../refusals.ts";
import { Turns } from "../turns.ts";
import type { Asked } from "./asked.ts";
import { type Found, searchPosts, stopwatch, type Wish } from "./search-posts.server.ts";

/** Searches that run at once on PostgreSQL, and that may wait on either engine. */
const AT_ONCE = 4;
const MOST_WAITING = 30;
/** Milliseconds that one search may take; it ends by itself much earlier, unless the disk or the machine is very busy. */
const LONGEST = 2_000;

let pool: Pool | undefined;

function openPool(): Pool {
  pool ??= makePool(path.resolve("build/search-worker.js"), {
    workerType: "thread",
    maxWorkers: 1,
    workerThreadOpts: {
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
    },
    workerTerminateTimeout: 1,
  });
  return pool;
}

const busy = { key: "search.busy", retryAfter: 5 } as const;
const turns = new Turns({ atOnce: AT_ONCE, waiting: MOST_WAITING, full: busy });

/** A page of what was found; refuses with 503 where too many search at this moment, or this takes too long. */
export async function searchForum(db: Db, asked: Asked, wish: Wish): Promise<Found> {
  const file = await fileOf(db);
  if (file !== null) return searchFile(file, asked, wish);
  return turns.take(() => searchPosts(db, asked, wish, stopwatch));
}

async function searchFile(file: string, asked: Asked, wish: Wish): Promise<Found> {
  const workers = openPool();
  if (workers.stats().pendingTasks >= MOST_WAITING) {
    throw new Refusal(503, { key: busy.key }, busy.retryAfter);
  }
  let timer: NodeJS.Timeout | undefined;
  const task = workers.exec("search", [file, asked, wish], {
    on: () => {
      timer = setTimeout(() => task.cancel(), LONGEST);
    },
  });
  try {
    return await task;
  } catch (error) {
    if (!(error instanceof PoolPromise.CancellationError)) throw error;
    throw new Refusal(503, { key: "search.too-slow" }, busy.retryAfter);
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the worker, so that the process can end. The next search starts it again. */
export async function stopSearching(): Promise<void> {
  const ending = pool;
  pool = undefined;
  await ending?.terminate();
}
