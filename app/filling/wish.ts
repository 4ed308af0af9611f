/** What a filling is asked to make, and what it tells. */

export interface Wish {
  /** Posts of threads of usual sizes. */
  posts: number;
  threads: number;
  people: number;
  seed: number;
  /** Posts of each thread that is long on purpose; they come on top. */
  long: readonly number[];
  /** How deep each chain of replies is that is deep on purpose; they come on top. */
  deep: readonly number[];
  /** How many people can sign in. */
  accounts: number;
}

/** Threads of a forum have some sixteen posts on average. */
const POSTS_A_THREAD = 16;
/** Most people of a forum write little. */
const POSTS_A_PERSON = 40;
const FEWEST_PEOPLE = 8;

/** How many threads and people so many posts make. */
export const usualThreads = (posts: number) => Math.max(1, Math.round(posts / POSTS_A_THREAD));
export const usualPeople = (posts: number) =>
  Math.max(FEWEST_PEOPLE, Math.round(posts / POSTS_A_PERSON));

/** All posts of a wish. */
export const allPosts = ({ posts, long, deep }: Pick<Wish, "posts" | "long" | "deep">) =>
  posts +
  long.reduce((sum, size) => sum + size, 0) +
  deep.reduce((sum, depth) => sum + depth + 1, 0);

/** What a filling says while it goes on, and asks. */
export interface Watch {
  progress: (done: number, of: number) => void;
  /** Whether it should end after the batch that is being written. */
  isStopped: () => boolean;
}
