/** What is asked of the modelled readers and attackers; their files are data, and live outside. */
import type { Id, Row } from "../ranking/rows/row.ts";

export interface Person {
  id: Id;
  leaning: number;
  level: number;
}

export interface Post {
  id: Id;
  author: Id;
  thread: Id;
  leaning: number;
  quality: number;
  insult: boolean;
  words: number;
  at: number;
  /** What it is truly worth, 0 to 1. */
  truth: number;
}

export interface Press {
  person: Id;
  post: Id;
  worth: 0 | 1;
  agree: -1 | 0 | 1;
  flag: 0 | 1;
}

export interface World {
  people: Person[];
  posts: Post[];
  rows: Press[];
}

/** How a world differs from the usual one; `seed` makes it. */
export interface WorldWish {
  seed: number;
  leak?: number;
  people?: number;
  posts?: number;
  reach?: number;
  agreeing?: number;
  lengthBias?: number;
  camps?: number;
  uneven?: number;
}

export interface Worlds {
  makeWorld(wish: WorldWish): World;
  toRankRows(
    world: World,
    wish?: { scorer?: boolean; decide?: ((post: Post) => string | undefined) | undefined },
  ): Row[];
  reviewer(world: World, right?: number): (post: Post) => string | undefined;
  randomFrom(seed: number): () => number;
}

type Attack = (world: World, target: Post, size?: number) => World;

export interface Attacks {
  withoutDeed(world: World): World;
  newcomersUp: Attack;
  newcomersFlag: Attack;
  campUp: Attack;
  disagreeOnly: Attack;
  agreeOnly: Attack;
  falseFriends: Attack;
  opposingFlaggers(world: World, target: Post, size?: number, moles?: number): World;
  stagedBrigade: Attack;
  praiseRing(world: World): { world: World; ring: Id[]; twins: Id[]; now: number };
}

/** A reply of one modelled thread; times in hours. */
export interface Reply {
  at: number;
  worth: number;
  agreeOnly: number;
  voters: number;
}

type Order = (replies: Reply[], now: number, votes: number) => Reply[];

export interface Reading {
  readThread(wish: { seed: number; order: Order; finalOrder?: Order; voting?: number }): {
    found: number;
    late: number | undefined;
    unread: number;
  };
  byScore(score: (reply: Reply, now: number, votes: number) => number): Order;
}

/** What others rank by: one number for each post of the world. */
type Baseline = (world: World) => number[];

export interface Baselines {
  votesMinusFlags: Baseline;
  wilson: Baseline;
  plainMean: Baseline;
  factorModel: Baseline;
  wilsonBound(ups: number, votes: number): number;
}

export interface Measure {
  mean(values: readonly number[]): number;
  spearman(one: readonly number[], other: readonly number[]): number;
  correlation(one: readonly number[], other: readonly number[]): number;
  percentile(values: readonly number[], place: number): number;
  shareAtTop(values: readonly number[], is: (place: number) => boolean): number;
}

export interface Agents {
  worlds: Worlds;
  attacks: Attacks;
  reading: Reading;
  baselines: Baselines;
  measure: Measure;
}
