import type { Dice } from "./dice.ts";
import type { People } from "./people.ts";
import { NONE, type Posts, type Shape } from "./plan.ts";

export interface ToPlan {
  posts: Posts;
  people: People;
  dice: Dice;
  thread: number;
  /** The number of its opening post. */
  first: number;
  size: number;
  shape: Shape;
  startedAt: number;
  /** Seconds from its start in which it is written in. */
  life: number;
  /** Nothing is later than this. */
  last: number;
}

const WITHDRAWN = 0.02;
const EDITED = 0.04;
/** Whom a reply answers: the opening post, one of the last posts, else any. */
const TO_OPENING = 0.3;
const TO_LAST = 0.55;
/** How often whoever was answered answers back. */
const ANSWERS_BACK = 0.4;

/** Sets the posts of one thread: when each was written, by whom, below what, and what became of it. */
export function planThread(plan: ToPlan): void {
  const { posts, dice, thread, first, size, startedAt, life, last, shape } = plan;
  const times = posts.at.subarray(first, first + size);
  for (let place = 1; place < size; place += 1) {
    // Most replies come soon after the start; where a thread is long on purpose, all the time.
    const share = dice.next() ** (shape === "usual" ? 2.5 : 1);
    times[place] = Math.min(last, startedAt + 20 + share * life);
  }
  times[0] = startedAt;
  times.sort();
  const seen = new Set<number>();
  for (let post = first; post < first + size; post += 1) {
    posts.thread[post] = thread;
    const parent = post === first ? NONE : chooseParent(plan, post);
    place(posts, post, parent);
    const author = chooseAuthor(plan, post);
    posts.author[post] = author;
    posts.isFirst[post] = seen.has(author) ? 0 : 1;
    seen.add(author);
    if (shape !== "deep") change(plan, post);
  }
}

function chooseParent({ posts, dice, first, shape }: ToPlan, post: number): number {
  if (shape === "deep") return post - 1;
  const way = dice.next();
  let parent = first;
  if (way >= TO_OPENING) {
    const back = way < TO_OPENING + TO_LAST ? dice.wait(3) : dice.next() * (post - first);
    parent = Math.max(first, post - 1 - Math.floor(back));
  }
  // Nobody answers what was taken back.
  while (parent !== first && isWithdrawnBy(posts, parent, posts.at[post]!)) {
    parent = posts.parent[parent]!;
  }
  return parent;
}

const isWithdrawnBy = ({ withdrawnAt }: Posts, post: number, at: number) =>
  withdrawnAt[post] !== 0 && withdrawnAt[post]! <= at;

function place({ parent: parents, branch, depth }: Posts, post: number, parent: number) {
  parents[post] = parent;
  depth[post] = parent === NONE ? 0 : depth[parent]! + 1;
  const above = parent === NONE ? NONE : branch[parent]!;
  branch[post] = parent === NONE ? NONE : above === NONE ? post : above;
}

function chooseAuthor({ posts, people, dice }: ToPlan, post: number): number {
  const parent = posts.parent[post]!;
  const answered = parent === NONE ? NONE : posts.parent[parent]!;
  if (answered !== NONE && dice.chance(ANSWERS_BACK)) return posts.author[answered]!;
  return people.throw(dice, posts.at[post]!);
}

/** Some posts are edited, a few taken back; an opening post only where nobody answered it. */
function change({ posts, dice, size, last }: ToPlan, post: number) {
  const at = posts.at[post]!;
  if (dice.chance(EDITED)) posts.editedAt[post] = soonAfter(at, dice.wait(5 * 3600), last);
  const mayBe = posts.parent[post] !== NONE || size === 1;
  if (mayBe && dice.chance(WITHDRAWN)) {
    const after = Math.max(at, posts.editedAt[post]!);
    posts.withdrawnAt[post] = soonAfter(after, dice.wait(8 * 3600), last);
  }
}

const soonAfter = (at: number, wait: number, last: number) =>
  Math.max(at + 1, Math.min(last, Math.floor(at + 60 + wait)));
