/** How much one page holds: a few hundred short posts, or fewer long ones. */

/** Bytes of HTML after which a page ends; the longest post has an eighth of it. */
export const PAGE_BYTES = 2_000_000;

/** The first rows that are within PAGE_BYTES together, and always the first `least`. */
export function takeFitting<Row extends { bytes: number }>(rows: readonly Row[], least = 1): Row[] {
  let bytes = 0;
  const end = rows.findIndex((row, place) => {
    bytes += row.bytes;
    return bytes > PAGE_BYTES && place >= least;
  });
  return end < 0 ? [...rows] : rows.slice(0, end);
}
