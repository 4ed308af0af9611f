/** When somebody is held to one reply an hour by the forum itself (mechanism, M12): by what was decided and not made good, never by what anybody thinks of it. */

/** Posts that are looked at, the latest. */
export const LAST_POSTS = 20;
const INSULTS = 3;
const THREADS = 3;
const FLAGGERS = 3;
/** For so many seconds. */
export const PACE_SECONDS = 14 * 86_400;

/** One of the last posts on which flags of insult were upheld and that was not rewritten. */
export interface Upheld {
  threadId: number;
  flaggerIds: readonly number[];
}

/** Whether there are enough insults, in enough threads, that enough people flagged. */
export function needsPace(upheld: readonly Upheld[]): boolean {
  const threads = new Set(upheld.map(({ threadId }) => threadId));
  const flaggers = new Set(upheld.flatMap(({ flaggerIds }) => flaggerIds));
  return upheld.length >= INSULTS && threads.size >= THREADS && flaggers.size >= FLAGGERS;
}
