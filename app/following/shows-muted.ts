/** Whether an address asks to show what its reader mutes. */
export const readShowsMuted = (query: URLSearchParams): boolean => query.get("muted") === "shown";

/** An address that does. */
export function withMutedShown(path: string): string {
  const [page = "", fragment] = path.split("#");
  const shown = `${page}${page.includes("?") ? "&" : "?"}muted=shown`;
  return fragment === undefined ? shown : `${shown}#${fragment}`;
}
