/** The orders of a list of threads. */
import { type Cursor, readPlainCursor, readVotesCursor } from "../cursor.ts";
import { say } from "../strings/say.ts";

export type ThreadOrder = "best" | "new" | "active";

const ORDERS: readonly ThreadOrder[] = ["best", "new", "active"];

/** The order that an address asks for; best when it names none that there is. */
export const readThreadOrder = (name: string | null): ThreadOrder =>
  ORDERS.find((order) => order === name) ?? "best";

export const orderTabs = () =>
  ORDERS.map((name) => ({ name, label: say(`threads.order.${name}`) }));

/** On the front page also what its reader follows. */
export type FrontOrder = ThreadOrder | "following";

export const readFrontOrder = (name: string | null): FrontOrder =>
  name === "following" ? name : readThreadOrder(name);

export const frontTabs = () => [
  ...orderTabs(),
  { name: "following", label: say("threads.order.following") },
];

/** Where an address begins in a list of this order; null for its first page, and for a cursor of another kind of order. */
export const readListCursor = (order: FrontOrder, text: string | null): Cursor | null =>
  order === "new" || order === "active" ? readPlainCursor(text) : readVotesCursor(text);

/** What is asked of a list of threads in this order. */
export const orderQuery = (order: ThreadOrder): Record<string, string> =>
  order === "best" ? {} : { order };

/** The address of a page of a list, from a cursor on. */
export function listPath(path: string, order: FrontOrder, after: string | null): string {
  const query = new URLSearchParams(order === "best" ? {} : { order });
  if (after !== null) query.set("after", after);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The address of the next page of a list, or null. */
export function olderPath(path: string, order: FrontOrder, next: string | null): string | null {
  return next ? listPath(path, order, next) : null;
}
