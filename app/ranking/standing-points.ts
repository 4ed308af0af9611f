/** What somebody's posts come to in standing (mechanism, M13). */

/** Points of a post that is worth all it could be. */
const BEST = 10;
/** What a post may cost, as a part of that. */
const WORST = -0.25;
/** A post counts once so many votes do, from so many people. */
const LEAST_VOTES = 5;
const LEAST_VOTERS = 4;
/** Of so many posts a thread, and a day, the best. */
const MOST = 3;
const DAY = 86_400;
/** After so many seconds a post counts half. */
const HALF_LIFE = 90 * DAY;

export interface VotedPost {
  /** Q. */
  substance: number;
  /** n, what counts of its votes. */
  votes: number;
  voters: number;
  thread: number | string;
  /** Epoch seconds. */
  at: number;
}

/** γ, from -0.25 to 1: how much a post lies above the forum's usual; 0 while too few people have voted. */
export function gainOf({ substance, votes, voters }: VotedPost, prior: number): number {
  if (votes < LEAST_VOTES || voters < LEAST_VOTERS) return 0;
  return Math.max(WORST, Math.min(1, (substance - prior) / (1 - prior)));
}

/** Standing from one person's posts at `now` (epoch seconds): the best three of each thread and day, halved every ninety days. */
export function standingFromPosts(posts: readonly VotedPost[], prior: number, now: number): number {
  const ofThread = new Map<VotedPost["thread"], number>();
  const ofDay = new Map<number, number>();
  let sum = 0;
  for (const { gain, post } of bestFirst(posts, prior)) {
    const day = Math.floor(post.at / DAY);
    const inThread = ofThread.get(post.thread) ?? 0;
    const onDay = ofDay.get(day) ?? 0;
    if (inThread >= MOST || onDay >= MOST) continue;
    ofThread.set(post.thread, inThread + 1);
    ofDay.set(day, onDay + 1);
    sum += 2 ** (-(now - post.at) / HALF_LIFE) * BEST * gain;
  }
  return sum;
}

/** Among equals the newer first: it has faded less. */
const bestFirst = (posts: readonly VotedPost[], prior: number) =>
  posts
    .map((post) => ({ gain: gainOf(post, prior), post }))
    .sort((one, other) => other.gain - one.gain || other.post.at - one.post.at);
