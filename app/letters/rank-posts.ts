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
  /** Readers found it worth reading, and everybody sees that. */
  isFound: boolean;
  /** It begins its thread. */
  isOpening: boolean;
  /** The place of its thread, in millionths. */
  threadBest: number;
  postedAt: number;
}

/** Those that readers found worth reading, by how much; where there are none, new threads by how they stand, not by how new they are. The first first. */
export function rankPosts(candidates: readonly Candidate[]): Candidate[] {
  const found = candidates.filter(({ isFound }) => isFound);
  if (found.length === 0)
    return candidates.filter(({ isOpening }) => isOpening).sort(compareThreads);
  const ofThread = new Map<number, number>();
  const bySubstance = (one: Candidate, other: Candidate) =>
    other.substance - one.substance || compareThreads(one, other);
  return found.sort(bySubstance).filter(({ threadId }) => {
    const count = (ofThread.get(threadId) ?? 0) + 1;
    ofThread.set(threadId, count);
    return count <= MOST_OF_THREAD;
  });
}

const compareThreads = (one: Candidate, other: Candidate) =>
  other.threadBest - one.threadBest || one.id - other.id;
