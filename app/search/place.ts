/** Where a post stands among all, by time. */
import type { Cursor } from "../cursor.ts";

/** Before every post that is and will be: the list begins there. */
export const START_OF_LIST: Cursor = { by: 8_589_934_590, id: 0 };

/** How far a list has been read. */
export interface Reached {
  /** What was found, newest first. */
  found: Cursor[];
  /** The place up to which everything was looked at; null for the end. */
  reached: Cursor | null;
}

/** How much may be found and how long that may take. */
export interface Bounds {
  most: number;
  /** In milliseconds of the clock that is given. */
  until: number;
  clock: () => number;
}
