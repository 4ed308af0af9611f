/** What of a thread is new to somebody: whatever came since the visit before the present one. */

/** What a person has seen of a thread; times in epoch seconds. */
export interface ThreadVisit {
  /** The last post that was there when the visit before the present one ended. */
  seenId: number;
  /** When that visit ended. */
  seenAt: number;
  /** The last post that was there when the thread was last opened. */
  latestId: number;
  visitedAt: number;
}

/** Seconds between the pages of one visit, at least. */
export const VISIT_LASTS = 30 * 60;
/** That somebody reads on is written down again after so many seconds, so that not every page is a write. */
export const WRITTEN_EVERY = 10 * 60;

/** The visit after the thread is opened, where `latestId` is its last post; the same object where nothing is to be written. */
export function openThread(
  before: ThreadVisit | null,
  { latestId, now }: { latestId: number; now: number },
): ThreadVisit {
  if (!before) return { seenId: latestId, seenAt: now, latestId, visitedAt: now };
  // The last page may be younger than what was written of it: no visit ends too early, and some a little late.
  const isNewVisit = now - before.visitedAt > VISIT_LASTS + WRITTEN_EVERY;
  if (isNewVisit) {
    const { latestId: seenId, visitedAt: seenAt } = before;
    return { seenId, seenAt, latestId, visitedAt: now };
  }
  const isKept = latestId === before.latestId && now - before.visitedAt < WRITTEN_EVERY;
  return isKept ? before : { ...before, latestId, visitedAt: now };
}
