/** How much one page holds: a few hundred short posts, or fewer long ones. */

/** Most posts on one page of a thread. */
export const PAGE_POSTS = 200;

/** Bytes of HTML after which a page ends; the longest post has an eighth of it. */
export const PAGE_BYTES = 2_000_000;

/** What there is room for. */
export interface Room {
  posts: number;
  /** Of HTML. */
  bytes: number;
}

/** A whole page. */
export const PAGE: Room = { posts: PAGE_POSTS, bytes: PAGE_BYTES };

/** The first rows that are within so many bytes together, and always the first `least`. */
export function takeFitting<Row extends { bytes: number }>(
  rows: readonly Row[],
  least = 1,
  most = PAGE_BYTES,
): Row[] {
  let bytes = 0;
  const end = rows.findIndex((row, place) => {
    bytes += row.bytes;
    return bytes > most && place >= least;
  });
  return end < 0 ? [...rows] : rows.slice(0, end);
}
