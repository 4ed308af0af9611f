/** Answers a whole text to programs: not made at all for who has the present one. */
import type { Db } from "#db/open.server.ts";
import type { Soon } from "#db/soon.ts";
import { isKnown } from "../http/is-known.ts";
import { markHeader, markOf } from "../http/mark.server.ts";
import { PageCache } from "../http/page-cache.server.ts";

export interface Source {
  /** Tells this text from any other; written in one way. */
  address: string;
  /** Changes whenever the text has changed; null where there is none. By as few reads as can be. */
  version: Soon<string | number | null>;
  type: string;
  /** The text, or a Response that says why there is none. */
  make: () => Promise<string | Response>;
}

/** Bytes of marks that are kept for one handle of a database; the texts themselves are too long to keep. */
const MOST_KEPT = 1_000_000;
const MARK_BYTES = 100;
const kept = new WeakMap<Db, PageCache<string>>();

function marksFor(db: Db): PageCache<string> {
  const marks = kept.get(db) ?? new PageCache<string>(MOST_KEPT);
  kept.set(db, marks);
  return marks;
}

/** The text, or that it has not changed. */
export async function answerText(
  db: Db,
  request: Request,
  { address, version, type, make }: Source,
): Promise<Response> {
  const marks = marksFor(db);
  const condition = request.headers.get("If-None-Match");
  // Before the text is read: one that changes meanwhile is made once more, rather than never.
  const present = await version;
  const known = present === null ? null : marks.find(address, String(present));
  if (known && isKnown(known, condition)) return unchanged(known);
  const text = await make();
  if (text instanceof Response) return text;
  const mark = markOf(text);
  if (present !== null) {
    await marks.take(address, String(present), async () => ({ page: mark, bytes: MARK_BYTES }));
  }
  if (isKnown(mark, condition)) return unchanged(mark);
  return new Response(text, { headers: { ...markHeader(mark), "Content-Type": type } });
}

const unchanged = (mark: string) => new Response(null, { status: 304, headers: markHeader(mark) });
