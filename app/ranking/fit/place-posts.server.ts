/** Every post of the forum to its place, by what its votes come to now. */
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { placeOf, type Standards } from "../place.ts";
import { readStandards } from "../read-standards.server.ts";
import { rememberThread } from "../remember-thread.server.ts";
import { changeRows } from "./change-rows.server.ts";
import { inBatches } from "./in-batches.server.ts";
import { storedSums } from "./stored-sums.ts";

/** A thread's own place follows when a post's substance moved so far, in billionths; less shows nowhere. */
const FAR = 1_000_000;

/** Gives every post its place, and its author what it adds to their gain in the thread, a few posts at a time. What stands right already is not written. */
export async function placePosts(db: Db, now: number): Promise<void> {
  const standards = await readStandards(db);
  await inBatches(db, 0, (trx, from, most) => placeSome(trx, from, most, standards, now));
}

/** Answers where to go on; null at the end. */
async function placeSome(
  trx: Trx,
  after: number,
  most: number,
  standards: Standards,
  now: number,
): Promise<number | null> {
  const posts = await page.all(trx, { after, most });
  const changed: (number | null)[][] = [];
  const gains = new Map<string, number[]>();
  const threads = new Set<number>();
  for (const post of posts) {
    const place = placeOf(talliedOf(post), standards, now);
    const found = { ...place, shown_at: place.shownAt, due_at: place.dueAt };
    if (names.every((name) => post[name] === found[name])) continue;
    changed.push([post.post_id, ...names.map((name) => found[name])]);
    const isSeen = shown.some((name) => post[name] !== found[name]);
    if (isSeen || Math.abs(post.substance - place.substance) >= FAR) threads.add(post.thread_id);
    if (place.gain === post.gain) continue;
    const key = `${post.thread_id} ${post.author_id}`;
    const gain = gains.get(key) ?? [post.thread_id, post.author_id, 0];
    gain[2]! += place.gain - post.gain;
    gains.set(key, gain);
  }
  await changeRows(trx, ofPost, changed);
  await changeRows(trx, ofAuthor, [...gains.values()]);
  for (const threadId of threads) await rememberThread(trx, threadId, true);
  return posts.length < most ? null : posts.at(-1)!.post_id;
}

/** What pages show of a place, by their order too. */
const shown = ["best", "across", "shown_at"] as const;
const names = [...shown, "substance", "gain", "due_at"] as const;
const ofPost = { table: "tally", key: ["post_id"], set: names } as const;
const ofAuthor = {
  table: "thread_person",
  key: ["thread_id", "person_id"],
  add: ["gain"],
} as const;

const page = prepared((db, value: ValueOf<{ after: number; most: number }>) =>
  db
    .selectFrom("tally")
    .innerJoin("thread", "thread.id", "tally.thread_id")
    .innerJoin("post", "post.id", "tally.post_id")
    .selectAll("tally")
    .select(["thread.vote_count", "post.withdrawn_at"])
    .where("tally.post_id", ">", value("after"))
    .orderBy("tally.post_id")
    .limit(value("most")),
);
type Row = Awaited<ReturnType<typeof page.all>>[number];

const talliedOf = (post: Row) => ({
  sums: storedSums(post),
  insult: post.insult,
  words: post.words,
  voters: post.voter_count,
  postedAt: post.posted_at,
  shownAt: post.shown_at,
  isOpening: post.parent_id === null,
  isWithdrawn: post.withdrawn_at !== null,
  threadVotes: post.vote_count,
});
