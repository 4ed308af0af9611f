/** Every post of the forum to its place, by what its votes come to now. */
import { setTimeout } from "node:timers/promises";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { inVotes, placeOf, type Standards } from "../place.ts";
import { readStandards, SITE } from "../read-standards.server.ts";
import { rememberThread } from "../remember-thread.server.ts";
import { toUnits } from "../units.ts";
import { worthOf } from "../worth.ts";
import { changeRows } from "./change-rows.server.ts";
import { LengthSums } from "./length-sums.ts";

/** Posts of one transaction. */
const BATCH = 300;
/** Milliseconds left to others after each. */
const PAUSE = 2;
/** A thread's own place and page follow when a post moved so far, in billionths; less shows nowhere. */
const FAR = 1_000_000;

/** Keeps how much of worth goes with length alone. */
export async function measureLength(db: Db): Promise<void> {
  const { prior } = await readStandards(db);
  const sums = new LengthSums();
  let after: number | null = 0;
  while (after !== null) {
    const posts: Row[] = await page.all(db, { after });
    for (const post of posts) {
      if (post.voter_count === 0 || post.words === null) continue;
      sums.add(worthOf(inVotes(sumsOf(post)), prior).bridging, post.words);
    }
    after = posts.length < BATCH ? null : posts.at(-1)!.post_id;
    await setTimeout(PAUSE);
  }
  const { slope, middle } = sums.end();
  await write(db, (trx) =>
    trx
      .updateTable("fit")
      .set({ slope: toUnits(slope), middle: toUnits(middle) })
      .where("scope", "=", SITE)
      .execute(),
  );
}

/** Gives every post its place, and its author what it adds to their gain in the thread, a few posts at a time. What stands right already is not written. */
export async function placePosts(db: Db, now: number): Promise<void> {
  const standards = await readStandards(db);
  let after: number | null = 0;
  while (after !== null) {
    const from: number = after;
    after = await write(db, (trx) => placeSome(trx, from, standards, now));
    await setTimeout(PAUSE);
  }
}

/** Answers where to go on; null at the end. */
async function placeSome(trx: Trx, after: number, standards: Standards, now: number) {
  const posts = await page.all(trx, { after });
  const changed: number[][] = [];
  const gains = new Map<string, number[]>();
  const threads = new Set<number>();
  for (const post of posts) {
    const place = placeOf(talliedOf(post), standards, now);
    const names = ["substance", "gain", "best", "across"] as const;
    if (names.every((name) => post[name] === place[name])) continue;
    changed.push([post.post_id, ...names.map((name) => place[name])]);
    const isFar = (["substance", "best"] as const).some(
      (name) => Math.abs(post[name] - place[name]) >= FAR,
    );
    if (isFar) threads.add(post.thread_id);
    if (place.gain === post.gain) continue;
    const key = `${post.thread_id} ${post.author_id}`;
    const gain = gains.get(key) ?? [post.thread_id, post.author_id, 0];
    gain[2]! += place.gain - post.gain;
    gains.set(key, gain);
  }
  await changeRows(trx, ofPost, changed);
  await changeRows(trx, ofAuthor, [...gains.values()]);
  for (const threadId of threads) await rememberThread(trx, threadId, true);
  return posts.length < BATCH ? null : posts.at(-1)!.post_id;
}

const ofPost = {
  table: "tally",
  key: ["post_id"],
  set: ["substance", "gain", "best", "across"],
} as const;
const ofAuthor = {
  table: "thread_person",
  key: ["thread_id", "person_id"],
  add: ["gain"],
} as const;

const page = prepared((db, value: ValueOf<{ after: number }>) =>
  db
    .selectFrom("tally")
    .innerJoin("thread", "thread.id", "tally.thread_id")
    .selectAll("tally")
    .select("thread.vote_count")
    .where("tally.post_id", ">", value("after"))
    .orderBy("tally.post_id")
    .limit(BATCH),
);
type Row = Awaited<ReturnType<typeof page.all>>[number];

const sumsOf = (post: Row) => ({
  worthLeft: post.worth_left,
  worthRight: post.worth_right,
  onlyLeft: post.only_left,
  onlyRight: post.only_right,
});

const talliedOf = (post: Row) => ({
  sums: sumsOf(post),
  insult: post.insult,
  words: post.words,
  voters: post.voter_count,
  postedAt: post.posted_at,
  shownAt: post.shown_at,
  isOpening: post.parent_id === null,
  threadVotes: post.vote_count,
});
