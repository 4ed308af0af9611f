/** What is counted while posts are written, as the deeds count it: only of what is written. */
import { NONE, type Plan } from "./plan.ts";

export class Counting {
  /** By post: direct replies, and for replies to an opening post all below. */
  readonly replies: Uint32Array;
  readonly below: Uint32Array;
  /** By thread. */
  readonly threadPosts: Uint32Array;
  readonly threadPeople: Uint32Array;
  readonly activeAt: Uint32Array;
  readonly version: Uint32Array;
  /** Posts that are written, from the first in the order of time. */
  written = 0;

  constructor({ posts, openings }: Plan) {
    this.replies = new Uint32Array(posts.count);
    this.below = new Uint32Array(posts.count);
    this.threadPosts = new Uint32Array(openings.length);
    this.threadPeople = new Uint32Array(openings.length);
    this.activeAt = new Uint32Array(openings.length);
    this.version = new Uint32Array(openings.length);
  }
}

/** What one transaction writes, besides its posts. */
export interface Batch {
  /** The places of its posts in the order of time: from the first to before the second. */
  from: number;
  to: number;
  newThreads: number[];
  /** Threads and posts that were there before and are counted anew. */
  oldThreads: Set<number>;
  oldPosts: Set<number>;
  /** How many posts people have written in threads: by thread, then by person. */
  wrote: Map<number, Map<number, number>>;
}

/** Counts the next posts, up to a place in the order of time. */
export function countBatch(plan: Plan, counting: Counting, to: number): Batch {
  const { posts, order, rank, openings } = plan;
  const from = counting.written;
  const batch: Batch = {
    ...{ from, to, newThreads: [], oldThreads: new Set(), oldPosts: new Set() },
    wrote: new Map(),
  };
  const countPost = (post: number, counts: Uint32Array) => {
    counts[post]! += 1;
    if (rank[post]! < from) batch.oldPosts.add(post);
  };
  for (let place = from; place < to; place += 1) {
    const post = order[place]!;
    const thread = posts.thread[post]!;
    const parent = posts.parent[post]!;
    if (parent === NONE) batch.newThreads.push(thread);
    else if (rank[openings[thread]!]! < from) batch.oldThreads.add(thread);
    countInThread(plan, counting, post);
    const ofThread = batch.wrote.get(thread) ?? new Map<number, number>();
    batch.wrote.set(thread, ofThread);
    const author = posts.author[post]!;
    ofThread.set(author, (ofThread.get(author) ?? 0) + 1);
    if (parent === NONE) continue;
    countPost(parent, counting.replies);
    const branch = posts.branch[post]!;
    if (branch !== post) countPost(branch, counting.below);
  }
  counting.written = to;
  return batch;
}

/** Each deed raises its thread's version: the start, a reply, an edit, a withdrawal. */
function countInThread({ posts }: Plan, counting: Counting, post: number) {
  const thread = posts.thread[post]!;
  counting.threadPosts[thread]! += 1;
  counting.threadPeople[thread]! += posts.isFirst[post]!;
  counting.activeAt[thread] = posts.at[post]!;
  counting.version[thread]! +=
    1 + Number(posts.editedAt[post] !== 0) + Number(posts.withdrawnAt[post] !== 0);
}
