/** Searches where nobody who reads waits for it: a file of SQLite in a worker with a connection of its own, PostgreSQL over there, save for a short comparing of what it found. */
import path from "node:path";
import { pool as makePool, type Pool, Promise as PoolPromise } from "workerpool";
import type { Db } from "#db/open.server.ts";
import { fileOf } from "#db/reader.server.ts";
import { Refusal } from "../refusals.ts";
import type { Asked } from "./asked.ts";
import { Queue } from "./queue.server.ts";
import { type Found, searchPosts, stopwatch, type Wish } from "./search-posts.server.ts";

/** Searches that run at once on PostgreSQL; a file of SQLite has one worker. */
const AT_ONCE = 4;
/** Searches that may wait, and how long, in milliseconds. */
const line = { waiting: 30, patience: 3_000 };
/** Milliseconds that one search may take; it ends by itself much earlier, unless the disk or the machine is very busy. */
const LONGEST = 2_000;
/** Seconds after which one that took longer may be tried again. */
const RETRY_AFTER = 5;

interface Searching {
  pool: Pool | undefined;
  inFile: Queue;
  there: Queue;
}

/** One for the process: the server and the pages are bundled apart, each with its own copy of this file. */
const everywhere = globalThis as { steelmanSearching?: Searching };
everywhere.steelmanSearching ??= {
  pool: undefined,
  inFile: new Queue({ atOnce: 1, ...line }),
  there: new Queue({ atOnce: AT_ONCE, ...line }),
};
const searching = everywhere.steelmanSearching;

function openPool(): Pool {
  searching.pool ??= makePool(path.resolve("build/search-worker.js"), {
    workerType: "thread",
    maxWorkers: 1,
    workerThreadOpts: {
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
    },
    workerTerminateTimeout: 1,
  });
  return searching.pool;
}

/** A page of what was found; refuses with 503 where too many search at this moment, it would wait or take too long, or whoever asked is `gone` before it begins. */
export async function searchForum(
  db: Db,
  asked: Asked,
  wish: Wish,
  gone: AbortSignal,
): Promise<Found> {
  const file = await fileOf(db);
  return file === null
    ? searching.there.take(() => searchPosts(db, asked, wish, stopwatch), gone)
    : searching.inFile.take(() => searchFile(file, asked, wish), gone);
}

async function searchFile(file: string, asked: Asked, wish: Wish): Promise<Found> {
  let timer: NodeJS.Timeout | undefined;
  const task = openPool().exec("search", [file, asked, wish], {
    on: () => {
      timer = setTimeout(() => task.cancel(), LONGEST);
    },
  });
  try {
    return await task;
  } catch (error) {
    if (!(error instanceof PoolPromise.CancellationError)) throw error;
    throw new Refusal(503, { key: "search.too-slow" }, RETRY_AFTER);
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the worker, so that the process can end. The next search starts it again. */
export async function stopSearching(): Promise<void> {
  const ending = searching.pool;
  searching.pool = undefined;
  await ending?.terminate();
}
