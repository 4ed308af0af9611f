/** The nightly work on votes, step by step. */
import type { Db } from "#db/open.server.ts";
import { fitApart } from "./fit-apart.server.ts";
import { keepPositions } from "./keep-positions.server.ts";
import { measureLength } from "./measure-length.server.ts";
import { placePosts } from "./place-posts.server.ts";
import { endNight, takeNight } from "./take-night.server.ts";
import { weighVotes } from "./weigh-votes.server.ts";

/** Fits positions, weighs every vote by them and gives every post its place, if that is due and nobody else does it; answers whether it did. Whatever ends it in the middle leaves sums that are right, and a later call does it again. */
export async function fitNightly(db: Db, now: number): Promise<boolean> {
  if (!(await takeNight(db, now))) return false;
  await fitForum(db, now);
  await endNight(db, now);
  return true;
}

/** The same at once, whoever else may do it. */
export async function fitForum(db: Db, now: number): Promise<void> {
  const fits = await fitApart(db);
  await keepPositions(db, fits, now);
  await weighVotes(db, fits, now);
  await measureLength(db);
  await placePosts(db, now);
}
