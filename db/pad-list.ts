/** The ids, the first of them again and again up to a power of two: each length of a list in a query is another statement that the connection keeps. */
export function padList(ids: readonly number[]): number[] {
  if (ids.length === 0) return [];
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return [...ids, ...Array<number>(length - ids.length).fill(ids[0]!)];
}
