/** Places for new threads: nobody votes on what nobody sees (mechanism, M6). */

/** One place in eight, counted from 0. */
export const FRESH_PLACES = [7, 15];
/** A new thread with few votes, as far as its place is decided by it. */
export interface Fresh {
  id: number;
  vote_count: number;
  started_at: number;
}

/** The threads of a first page, with new ones in the places that are theirs: of those that do not stand further up already the least voted, and of these the newest. Where there is none, or the page ends before, the places go to the others. */
export function placeFresh<Thread extends Fresh>(
  threads: readonly Thread[],
  fresh: readonly Thread[],
): Thread[] {
  const page = [...threads];
  const waiting = fresh.toSorted(byTurn);
  for (const place of FRESH_PLACES) {
    if (page.length <= place) break;
    const above = new Set(page.slice(0, place).map(({ id }) => id));
    const next = waiting.find(({ id }) => !above.has(id));
    if (!next) break;
    const former = page.findIndex(({ id }) => id === next.id);
    if (former >= 0) page.splice(former, 1);
    page.splice(place, 0, next);
  }
  return page;
}

const byTurn = (one: Fresh, other: Fresh) =>
  one.vote_count - other.vote_count || other.started_at - one.started_at || other.id - one.id;
