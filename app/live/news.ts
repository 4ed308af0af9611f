/** What came to a thread since a page of it was made. */

/** More are told as "99+". */
export const MOST_TOLD = 99;

/** A post that stands. */
export interface Posted {
  id: number;
  authorId: number;
  /** Raised by every edit. */
  version: number;
}

export interface News {
  /** Of others, counted up to one more than is told. */
  count: number;
  /** The first and the last of those that were counted; null for none. */
  first: number | null;
  latest: number | null;
}

interface Reader {
  /** The last post that the page shows. */
  after: number;
  /** Null for who is not signed in. */
  personId: number | null;
  /** Posts that the reader does not wish to see. */
  hidden?: ReadonlySet<number>;
}

/** What of a thread's posts, in the order of their ids, is news to a reader. */
export function newsFor(posts: readonly Posted[], { after, personId, hidden }: Reader): News {
  const news = posts.filter(
    ({ id, authorId }) => id > after && authorId !== personId && !hidden?.has(id),
  );
  const counted = news.slice(0, MOST_TOLD + 1);
  return {
    count: counted.length,
    first: counted[0]?.id ?? null,
    latest: counted.at(-1)?.id ?? null,
  };
}

/** Whether a page that was told the one would show the other alike. */
export const isSame = (one: News, other: News): boolean =>
  one.count === other.count && one.first === other.first;
