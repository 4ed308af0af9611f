/** What is new on a page of a thread, and the way from one new post to the next. */

/** More are told as "99+". */
export const MOST_COUNTED = 99;

interface Found {
  /** What is new in the thread, counted up to one more than is told. */
  count: number;
  /** Ids of new posts, on this page or not, in order: as far ahead as one that the page does not show. */
  aheadIds: readonly number[];
  /** Those of the page that are new, in the order in which it shows them. */
  hereIds: readonly number[];
  /** Whether the page shows a post. */
  isShown: (id: number) => boolean;
  /** The address of the thread. */
  path: string;
}

export interface NewPosts {
  count: number;
  /** Where the first one is: on this page if it has one. */
  first: string;
  /** Of each new post of the page, where the next one is; null for the last of all. */
  nextOf: Record<number, string | null>;
  /** Where others are that this page does not show, the address of the next. */
  elsewhere: string | null;
}

/** The way through what is new; null where nothing is. */
export function arrangeNew({ count, aheadIds, hereIds, isShown, path }: Found): NewPosts | null {
  if (count === 0) return null;
  const away = aheadIds.find((id) => !isShown(id));
  const elsewhere = away === undefined ? null : `${path}?branch=${away}#post-${away}`;
  const places = hereIds.map((id) => `#post-${id}`);
  const nextOf = Object.fromEntries(
    hereIds.map((id, index) => [id, places[index + 1] ?? elsewhere] as const),
  );
  return { count, first: places[0] ?? elsewhere ?? path, nextOf, elsewhere };
}

/** A count as it is told: "99+" for more. */
export const toldCount = (count: number): string =>
  count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
