/** What is known of every post and thread before any is written: numbers only, some fifty bytes a post. */

/** Stands for no post. */
export const NONE = 0xffffffff;

/** A thread that is made long or deep on purpose, and where it is found. */
export interface Special {
  thread: number;
  shape: Exclude<Shape, "usual">;
  size: number;
}

export type Shape = "usual" | "long" | "deep";

/** Posts are counted thread by thread, each thread's in the order of time, its opening post first. */
export class Posts {
  readonly thread: Uint32Array;
  readonly at: Uint32Array;
  readonly author: Uint32Array;
  readonly parent: Uint32Array;
  readonly branch: Uint32Array;
  readonly depth: Uint32Array;
  /** 0 where it never was. */
  readonly withdrawnAt: Uint32Array;
  readonly editedAt: Uint32Array;
  /** 1 for the first post of its author in its thread. */
  readonly isFirst: Uint8Array;

  readonly count: number;

  constructor(count: number) {
    this.count = count;
    const numbers = () => new Uint32Array(count);
    [this.thread, this.at, this.author] = [numbers(), numbers(), numbers()];
    [this.parent, this.branch, this.depth] = [numbers(), numbers(), numbers()];
    [this.withdrawnAt, this.editedAt] = [numbers(), numbers()];
    this.isFirst = new Uint8Array(count);
  }
}

export interface Plan {
  seed: number;
  now: number;
  posts: Posts;
  /** The opening post of each thread. */
  openings: Uint32Array;
  /** When each person joined, in the order in which they did. */
  joinedAt: Uint32Array;
  special: Special[];
  /** All posts in the order of time. */
  order: Uint32Array;
  /** The place of each post in that order. */
  rank: Uint32Array;
  /** The place of each thread in the order in which they began. */
  threadRank: Uint32Array;
}
