/** A filled forum for one test: without the threads of others, on the engine of this run. */
import { fillForum } from "#app/filling/fill-forum.server.ts";
import type { Wish } from "#app/filling/wish.ts";
import { openForum, START } from "../forum.ts";

export const smallWish: Wish = {
  posts: 600,
  threads: 40,
  people: 30,
  seed: 7,
  long: [],
  deep: [],
  accounts: 0,
};

/** Fills a fresh forum in transactions of a hundred posts; it is stopped when so many are written. */
export async function openFilled(
  wish: Partial<Wish> = {},
  { stopAt = Number.POSITIVE_INFINITY } = {},
) {
  const forum = await openForum();
  let written = 0;
  const filled = await fillForum(
    forum.db,
    { ...smallWish, ...wish },
    { now: START, hash: "a hash", batch: 100 },
    {
      progress: (done) => {
        written = done;
      },
      isStopped: () => written >= stopAt,
    },
  );
  return { ...forum, filled };
}
