/** What an open page wishes to hear of. */
export interface Asked {
  /** The thread that it shows, if it shows one. */
  thread: {
    id: number;
    /** The last post that was there when the page was made. */
    after: number;
    /** The last post that the page was told of since. */
    told: number;
  } | null;
}

const readNumber = (text: string | null | undefined): number | null =>
  /^\d{1,15}$/.test(text ?? "") ? Number(text) : null;

/** Reads the query of an address, and the id of the last event that a browser got before its connection broke; null for what makes no sense. */
export function readAsked(query: URLSearchParams, lastEventId: string | undefined): Asked | null {
  if (!query.has("thread")) return { thread: null };
  const id = readNumber(query.get("thread"));
  const after = readNumber(query.get("after"));
  if (!id || after === null) return null;
  return { thread: { id, after, told: Math.max(after, readNumber(lastEventId) ?? 0) } };
}
