/** The addresses of searches, and what they ask for. */
import type { SearchOrder } from "./search-posts.server.ts";

export const searchOrders: readonly SearchOrder[] = ["match", "newest"];

/** The order that an address asks for; the best match when it names none that there is. */
export const readSearchOrder = (name: string | null): SearchOrder =>
  searchOrders.find((order) => order === name) ?? "match";

/** The address of a page of a search. */
export function searchPath(asked: string, order: SearchOrder, after: string | null): string {
  const query = new URLSearchParams({ q: asked });
  if (order !== "match") query.set("order", order);
  if (after !== null) query.set("after", after);
  return `/search?${query}`;
}
