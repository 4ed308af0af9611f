import type { Said } from "../strings/say.ts";

/** Whether an address asks to show what its reader mutes. */
export const readShowsMuted = (query: URLSearchParams): boolean => query.get("muted") === "shown";

/** An address that does. */
export function withMutedShown(path: string): string {
  const [page = "", fragment] = path.split("#");
  const shown = `${page}${page.includes("?") ? "&" : "?"}muted=shown`;
  return fragment === undefined ? shown : `${shown}#${fragment}`;
}

/** What stands on top of such an address, with the way back to one that hides it; null for any other. */
export function shownNote(address: string): Said | null {
  const [page = "", query = ""] = address.split("?");
  const asked = new URLSearchParams(query);
  if (!readShowsMuted(asked)) return null;
  asked.delete("muted");
  return { key: "following.shown", values: { change: asked.size > 0 ? `${page}?${asked}` : page } };
}
