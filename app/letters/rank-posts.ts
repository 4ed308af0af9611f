/** Which posts of many are in a regular letter. */

/** Posts of a letter: it is worth opening, and read in a few minutes. */
export const MOST_POSTS = 7;
/** Of one thread: the letter leads to several. */
const MOST_OF_THREAD = 2;

export interface Candidate {
  id: number;
  threadId: number;
  /** Q, in billionths. */
  substance: number;
  /** Votes decide only where everybody sees them. */
  isShown: boolean;
  /** The place of its thread, in millionths. */
  threadBest: number;
  postedAt: number;
}

/** Those most worth reading, the first first: by what readers found, where everybody sees that; then by how their threads stand, not by how new they are. */
export function rankPosts(candidates: readonly Candidate[]): Candidate[] {
  const ofThread = new Map<number, number>();
  return [...candidates].sort(compare).filter(({ threadId }) => {
    const count = (ofThread.get(threadId) ?? 0) + 1;
    ofThread.set(threadId, count);
    return count <= MOST_OF_THREAD;
  });
}

function compare(one: Candidate, other: Candidate): number {
  if (one.isShown !== other.isShown) return one.isShown ? -1 : 1;
  if (one.isShown) return other.substance - one.substance || compareThreads(one, other);
  return compareThreads(one, other) || other.substance - one.substance || one.id - other.id;
}

const compareThreads = (one: Candidate, other: Candidate) =>
  other.threadBest - one.threadBest || one.id - other.id;
