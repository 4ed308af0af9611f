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
export function gainOf(post: VotedPost, prior: number): number {
  if (!hasEnoughVotes(post)) return 0;
  return Math.max(WORST, Math.min(1, (post.substance - prior) / (1 - prior)));
}

/** Whether so many people voted that a post counts at all. */
export const hasEnoughVotes = ({ votes, voters }: Pick<VotedPost, "votes" | "voters">): boolean =>
  votes >= LEAST_VOTES && voters >= LEAST_VOTERS;

/** Whether a post counts, or why it does not: too few people voted on it, or three better ones of its thread or day do. */
export type Counting = "counted" | "few-votes" | "of-thread" | "of-day";

export interface CountedPost<Post extends VotedPost> {
  post: Post;
  counting: Counting;
  points: number;
}

/** What each of one person's posts brings in standing at `now` (epoch seconds), the best first: the best three of each thread and day, halved every ninety days. */
export function countPosts<Post extends VotedPost>(
  posts: readonly Post[],
  prior: number,
  now: number,
): CountedPost<Post>[] {
  const ofThread = new Map<VotedPost["thread"], number>();
  const ofDay = new Map<number, number>();
  return bestFirst(posts, prior).map(({ gain, post }) => {
    const day = Math.floor(post.at / DAY);
    const inThread = ofThread.get(post.thread) ?? 0;
    const onDay = ofDay.get(day) ?? 0;
    const isBetter = inThread < MOST && onDay < MOST;
    if (isBetter) {
      ofThread.set(post.thread, inThread + 1);
      ofDay.set(day, onDay + 1);
    }
    if (!hasEnoughVotes(post)) return { post, counting: "few-votes", points: 0 };
    if (!isBetter) return { post, counting: inThread < MOST ? "of-day" : "of-thread", points: 0 };
    const points = 2 ** (-(now - post.at) / HALF_LIFE) * BEST * gain;
    return { post, counting: "counted", points };
  });
}

/** Standing from one person's posts at `now`. */
export function standingFromPosts(posts: readonly VotedPost[], prior: number, now: number): number {
  return countPosts(posts, prior, now).reduce((sum, { points }) => sum + points, 0);
}

/** Among equals the newer first: it has faded less. */
const bestFirst = <Post extends VotedPost>(posts: readonly Post[], prior: number) =>
  posts
    .map((post) => ({ gain: gainOf(post, prior), post }))
    .sort((one, other) => other.gain - one.gain || other.post.at - one.post.at);
