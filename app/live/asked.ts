/** What an open page wishes to hear of. */
export interface Asked {
  /** What the page says is unread in its reader's inbox; null where it says nothing. */
  unread: number | null;
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
  const unread = readNumber(query.get("unread"));
  if (!query.has("thread")) return { unread, thread: null };
  const id = readNumber(query.get("thread"));
  const after = readNumber(query.get("after"));
  if (!id || after === null) return null;
  const told = Math.max(after, readNumber(lastEventId) ?? 0);
  return { unread, thread: { id, after, told } };
}
