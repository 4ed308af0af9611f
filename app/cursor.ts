import { seal, unseal } from "./cursor-seal.ts";

/** Where the next page of a list begins: a number that orders it, and the id that tells equals apart. */
export interface Cursor {
  /** What the list is ordered by: a time in seconds, a count, or a key that votes make. */
  by: number;
  id: number;
  /** Of a key that votes make; false of one that this process cannot read, of which only the id counts. Missing where `by` stood there plainly. */
  isSealed?: boolean;
}

/** A key that no process sealed, in the place of one that this process cannot read. */
const UNREADABLE = "-".repeat(22);

/** The cursor of a list of replies, which leads on in an order of any kind; null for none and for what is no cursor. */
export function readCursor(text: string | null): Cursor | null {
  const match = /^(?:(\d{1,11})|([\w-]{22}))\.(\d{1,14})$/.exec(text ?? "");
  if (!match) return null;
  const id = Number(match[3]);
  if (match[1] !== undefined) return { by: Number(match[1]), id };
  const by = unseal(match[2]!, id);
  return by === null ? { by: 0, id, isSealed: false } : { by, id, isSealed: true };
}

/** The cursor of a list by a time or a count; null also for one of a list by votes. */
export function readPlainCursor(text: string | null): Cursor | null {
  const cursor = readCursor(text);
  return cursor?.isSealed === undefined ? cursor : null;
}

/** The cursor of a list by votes; null also for one of a list by a time or a count. */
export function readVotesCursor(text: string | null): Cursor | null {
  const cursor = readCursor(text);
  return cursor?.isSealed === undefined ? null : cursor;
}

/** The cursor as it stands in an address. */
export function writeCursor({ by, id, isSealed }: Cursor): string {
  if (isSealed === undefined) return `${by}.${id}`;
  return `${isSealed ? seal(by, id) : UNREADABLE}.${id}`;
}

/** A cursor of a list that is ordered by id alone. */
export const readIdCursor = (text: string | null): number | null =>
  /^\d{1,15}$/.test(text ?? "") ? Number(text) : null;

/** The last row of a list down to which all are shown, and whether any is not: where one from further down came up, the next page still begins after this. */
export function lastBeforeGap<Row extends { id: number }>(
  rows: readonly Row[],
  shownIds: ReadonlySet<number>,
): { last: Row | undefined; isMore: boolean } {
  const gap = rows.findIndex((row) => !shownIds.has(row.id));
  return { last: rows[(gap < 0 ? rows.length : gap) - 1], isMore: gap >= 0 };
}
