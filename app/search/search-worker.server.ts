/** What runs in the worker: it says when it begins, for the time counts from then, and answers a page of what was found. */
import { constants, setPriority } from "node:os";
import { worker, workerEmit } from "workerpool";
import type { Db } from "#db/open.server.ts";
import { openReader } from "#db/reader.server.ts";
import type { Asked } from "./asked.ts";
import { type Found, searchPosts, stopwatch, type Wish } from "./search-posts.server.ts";

const readers = new Map<string, Db>();

async function search(file: string, asked: Asked, wish: Wish): Promise<Found> {
  workerEmit("begun");
  const db = readers.get(file) ?? openReader(file);
  readers.set(file, db);
  return searchPosts(db, asked, wish, stopwatch);
}

// Readers come first, also where searches keep every core busy: Linux gives each thread its own priority, others none.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

worker({ search });
