import { Dice, seedOf } from "./dice.ts";
import { People } from "./people.ts";
import { NONE, type Plan, Posts, type Shape, type Special } from "./plan.ts";
import { planThread } from "./plan-thread.ts";
import { threadSizes } from "./thread-sizes.ts";
import { allPosts, type Wish } from "./wish.ts";

export const DAY = 86_400;
/** How long ago the forum began. */
export const AGE = 730 * DAY;
/** Nothing happened in the last minutes, so that a clock that is a little behind sees no post of the future. */
const QUIET = 300;

/** Who wrote when below what, for a whole forum; the same for the same wish and time. */
export function planForum(wish: Wish, now: number): Plan {
  const { seed } = wish;
  const dice = new Dice(seedOf(seed, "thread", -1));
  const posts = new Posts(allPosts(wish));
  const people = new People(wish.people, now - AGE, now, new Dice(seedOf(seed, "people", -1)));
  const threads = listThreads(wish, dice);
  const openings = new Uint32Array(threads.length);
  const special: Special[] = [];
  let first = 0;
  for (const [thread, { size, shape }] of threads.entries()) {
    openings[thread] = first;
    if (shape !== "usual") special.push({ thread, shape, size });
    const own = new Dice(seedOf(seed, "thread", thread));
    const startedAt = startOf(shape, now, own);
    const life = lifeOf(shape, size, now - startedAt, own);
    planThread({
      ...{ posts, people, dice: own, thread, first, size, shape, startedAt, life },
      last: now - QUIET,
    });
    first += size;
  }
  const { joinedAt } = people;
  const { order, rank } = putInOrder(posts, now - AGE);
  const threadRank = numberThreads(posts, order, threads.length);
  return { seed, now, posts, openings, joinedAt, special, order, rank, threadRank };
}

/** Usual ones in any order, the others after them. */
function listThreads({ posts, threads, long, deep }: Wish, dice: Dice) {
  const usual = dice.shuffle(threadSizes(posts, threads));
  return [
    ...Array.from(usual, (size) => ({ size, shape: "usual" as Shape })),
    ...long.map((size) => ({ size, shape: "long" as Shape })),
    ...deep.map((depth) => ({ size: depth + 1, shape: "deep" as Shape })),
  ];
}

/** A forum grows: more threads begin of late. */
function startOf(shape: Shape, now: number, dice: Dice): number {
  if (shape === "long") return now - 300 * DAY;
  if (shape === "deep") return now - 100 * DAY;
  return Math.floor(now - QUIET - (1 - dice.next() ** 0.6) * (AGE - 2 * DAY));
}

/** For how many seconds a thread is written in: most for days, long ones longer, a few for months. */
function lifeOf(shape: Shape, size: number, most: number, dice: Dice): number {
  if (shape !== "usual") return most;
  const days = dice.wait(1.2) * Math.sqrt(size) * (dice.chance(0.04) ? 30 : 1);
  return Math.min(most, 600 + days * DAY);
}

/** Sorted by time, and for one time as they are counted: below a thread's opening post nothing is older. */
function putInOrder({ at, count }: Posts, began: number) {
  const keys = new Float64Array(count);
  for (let post = 0; post < count; post += 1) keys[post] = (at[post]! - began) * count + post;
  keys.sort();
  const order = new Uint32Array(count);
  const rank = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) {
    const post = keys[place]! % count;
    order[place] = post;
    rank[post] = place;
  }
  return { order, rank };
}

function numberThreads({ parent, thread }: Posts, order: Uint32Array, count: number) {
  const ranks = new Uint32Array(count);
  let begun = 0;
  for (const post of order) {
    if (parent[post] !== NONE) continue;
    ranks[thread[post]!] = begun;
    begun += 1;
  }
  return ranks;
}
