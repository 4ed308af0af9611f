/** What Discourse's API answers → posts that may be imported, or why not. */
import type { MessageKey, Said } from "../strings/say.ts";
import { findUploads } from "./pictures.ts";

/** Longest text in bytes of UTF-8. */
export const LONGEST_BYTES = 128 * 1024;
const LONGEST_TITLE = 255;
/** Clocks differ; a post from further ahead has no believable time. */
const AHEAD_SECONDS = 86_400;
/** What its author left of a post that was taken back. */
const takenBack = /^\((?:post|topic) .{1,40} by (?:the )?author.*\)$/s;

/** A post as it waits to be imported. */
export interface OuterPost {
  outerId: number;
  /** Its thread's id, and its own number in it, there. */
  thread: number;
  number: number;
  /** The number of the post that it answers. */
  parent: number | null;
  author: string;
  postedAt: number;
  /** Of the last edit; null when there was none. */
  editedAt: number | null;
  /** When the row was last changed, and how often: of two rows of one post the later counts. */
  changedAt: number;
  version: number;
  isWithdrawn: boolean;
  raw: string;
  /** The addresses of uploads by their hash. */
  uploads: Record<string, string>;
  title: string | null;
  category: number | null;
  likes: number;
}

/** What a file says of the thread that all its posts are of. */
export interface ThreadAbout {
  title: string | null;
  category: number | null;
  isPrivate: boolean;
}

export interface OuterRow {
  row: unknown;
  about: ThreadAbout | null;
}

/** A row that is not imported: why, and its place where that is known, so that replies to it find the post above. */
export interface Unfit {
  reason: Said;
  place: { thread: number; number: number; parent: number | null } | null;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists in lists that are looked into; the forum's own files hold one. */
const DEEPEST_LIST = 8;

/** The rows of one JSON value: a post, a list of posts, or a thread with its posts. What lies deeper than any post stands as a row that is none. */
export function rowsOf(value: unknown, about: ThreadAbout | null = null, depth = 0): OuterRow[] {
  if (depth > DEEPEST_LIST) return [{ row: null, about }];
  if (Array.isArray(value)) return value.flatMap((one) => rowsOf(one, about, depth + 1));
  if (!isFields(value)) return [{ row: value, about }];
  const stream = value.post_stream;
  if (isFields(stream) && Array.isArray(stream.posts)) {
    const ofThread = {
      title: readTitle(value.title),
      category: readWhole(value.category_id),
      isPrivate: value.archetype === "private_message" || value.deleted_at != null,
    };
    return rowsOf(stream.posts, ofThread, depth + 1);
  }
  if (Array.isArray(value.latest_posts)) return rowsOf(value.latest_posts, null, depth + 1);
  return [{ row: value, about }];
}

/** The post of a row, or why there is none. */
export function readRow(
  { row, about }: OuterRow,
  { now, origin }: { now: number; origin: string | null },
): OuterPost | Unfit {
  if (!isFields(row)) return { reason: { key: "import.skip.no-post" }, place: null };
  const outerId = readWhole(row.id);
  const thread = readWhole(row.topic_id);
  const number = readWhole(row.post_number);
  const parent = readWhole(row.reply_to_post_number);
  if (!outerId || !thread || !number) {
    return { reason: { key: "import.skip.no-place" }, place: null };
  }
  const unfit = (key: MessageKey): Unfit => ({
    reason: { key },
    place: { thread, number, parent },
  });
  if (about?.isPrivate || row.archetype === "private_message") return unfit("import.skip.private");
  const kind = row.post_type ?? 1;
  if (kind === 3) return unfit("import.skip.action");
  if (kind === 4) return unfit("import.skip.whisper");
  if (kind !== 1 && kind !== 2) return unfit("import.skip.kind");
  if (row.hidden === true) return unfit("import.skip.hidden");
  if (row.deleted_at != null) return unfit("import.skip.deleted");
  const author = readText(row.username).trim();
  if (!author || author.length > 100) return unfit("import.skip.no-author");
  const postedAt = readTime(row.created_at);
  if (postedAt === null) return unfit("import.skip.no-time");
  if (postedAt > now + AHEAD_SECONDS) return unfit("import.skip.ahead");
  const raw = readText(row.raw);
  if (!/\S/.test(raw)) return unfit("import.skip.no-text");
  if (new TextEncoder().encode(raw).length > LONGEST_BYTES) return unfit("import.skip.too-long");

  const version = readWhole(row.version) ?? 1;
  const changedAt = Math.max(postedAt, readTime(row.updated_at) ?? postedAt);
  const isWithdrawn = row.user_deleted === true;
  return {
    ...{ outerId, thread, number, author, postedAt, changedAt, version, isWithdrawn },
    parent: parent === number ? null : parent,
    editedAt: version > 1 && changedAt > postedAt ? Math.min(changedAt, now) : null,
    // What somebody took back is theirs: only the mark of it is kept.
    raw: isWithdrawn && !takenBack.test(raw.trim()) ? "(post deleted by author)" : raw,
    uploads: raw.includes("upload://") ? findUploads(readText(row.cooked), origin) : {},
    title: readTitle(row.topic_title) ?? about?.title ?? titleOf(readText(row.topic_slug)),
    category: readWhole(row.category_id) ?? about?.category ?? null,
    likes: readLikes(row),
  };
}

/** Text that every engine can keep. */
function readText(value: unknown): string {
  if (typeof value !== "string") return "";
  return new TextDecoder().decode(new TextEncoder().encode(value.replaceAll("\0", "")));
}

function readTitle(value: unknown): string | null {
  const title = readText(value)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return title ? [...title].slice(0, LONGEST_TITLE).join("") : null;
}

/** A title from the part of an address that was made from it. */
function titleOf(slug: string): string | null {
  const words = readTitle(slug.replace(/-+/g, " "));
  return words && words !== "topic" ? words[0]!.toUpperCase() + words.slice(1) : null;
}

const readWhole = (value: unknown): number | null =>
  typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;

function readTime(value: unknown): number | null {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d/.test(value)) return null;
  const time = Date.parse(value);
  return time >= 0 ? Math.floor(time / 1000) : null;
}

/** How many liked it: counted as such, else all reactions. */
function readLikes({ actions_summary, reactions }: Fields): number {
  const count = (one: unknown) => (isFields(one) && readWhole(one.count)) || 0;
  if (Array.isArray(actions_summary)) {
    return count(actions_summary.find((one) => isFields(one) && one.id === 2));
  }
  return Array.isArray(reactions) ? reactions.reduce((sum: number, one) => sum + count(one), 0) : 0;
}
