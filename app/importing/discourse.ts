/** What Discourse's API answers → posts that may be imported, or why not. */
import type { MessageKey, Said } from "../strings/say.ts";
import { markdownOfCooked } from "./markdown-of-cooked.ts";
import { findUploads } from "./pictures.ts";
import { readTitle, titleOf } from "./title.ts";

/** Longest text in bytes of UTF-8. */
export const LONGEST_BYTES = 128 * 1024;
/** Clocks differ; a post from further ahead has no believable time. */
const AHEAD_SECONDS = 86_400;
/** What somebody took back is theirs: only this mark of it is kept, whatever its row still holds. */
const TAKEN_BACK = "(post deleted by author)";

/** A post as it waits to be imported. */
export interface OuterPost {
  outerId: number;
  /** Its thread's id, and its own number in it, there. */
  thread: number;
  number: number;
  /** The number of the post that it answers. */
  parent: number | null;
  author: string;
  /** The author's number, which stays when the name becomes another. */
  userId: number | null;
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
  /** The title as far as an address tells it. */
  guess: string | null;
  category: number | null;
  likes: number;
}

/** A post as it was read. */
export interface ReadPost extends OuterPost {
  /** The HTML that its text was made from; null where the text came as it was written. */
  cooked: string | null;
}

/** What a file says of the thread that all its posts are of. */
export interface ThreadAbout {
  title: string | null;
  category: number | null;
  id: number | null;
  /** Why none of its posts may be seen; null where they may. */
  closed: MessageKey | null;
}

export interface OuterRow {
  row: unknown;
  about: ThreadAbout | null;
}

/** A row that is not imported: why, and its place where that is known, so that replies to it find the post above. */
export interface Unfit {
  reason: Said;
  place: { thread: number; number: number; parent: number | null } | null;
  /** What is said of a post that is not to be seen, or no longer; other rows that show it count no more, unless they are later. */
  gone: Gone | null;
  /** The thread that is not to be seen with all its posts. */
  closed: number | null;
}

/** A post that the outer forum shows nobody. */
export interface Gone {
  outerId: number;
  thread: number;
  number: number;
  /** Empty where it is not said. */
  author: string;
  userId: number | null;
  postedAt: number | null;
  /** When it was last changed; now where that is not said. */
  changedAt: number;
  version: number;
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
  const stream = isFields(value.post_stream) ? value.post_stream.posts : null;
  const posts = Array.isArray(stream) ? stream : [];
  if (Array.isArray(stream) || ("archetype" in value && !("post_number" in value))) {
    const ofThread = {
      title: readTitle(readText(value.title)),
      category: readWhole(value.category_id),
      id: readWhole(value.id),
      closed: whyClosed(value),
    };
    // A thread that must not be seen is told of even where none of its posts is there.
    if (posts.length === 0 && ofThread.closed) return [{ row: {}, about: ofThread }];
    if (Array.isArray(stream)) return rowsOf(posts, ofThread, depth + 1);
  }
  if (Array.isArray(value.latest_posts)) return rowsOf(value.latest_posts, null, depth + 1);
  return [{ row: value, about }];
}

function whyClosed({ archetype, topic_archetype, deleted_at, visible }: Fields): MessageKey | null {
  if ([archetype, topic_archetype].includes("private_message")) return "import.skip.private";
  if (deleted_at != null) return "import.skip.thread-deleted";
  return visible === false ? "import.skip.unlisted" : null;
}

/** The post of a row, or why there is none. */
export function readRow(
  { row, about }: OuterRow,
  { now, origin }: { now: number; origin: string | null },
): ReadPost | Unfit {
  const none = { place: null, gone: null, closed: about?.closed ? about.id : null };
  if (!isFields(row)) return { reason: { key: "import.skip.no-post" }, ...none };
  const outerId = readWhole(row.id);
  const thread = readWhole(row.topic_id);
  const number = readWhole(row.post_number);
  const parent = readWhole(row.reply_to_post_number);
  if (!outerId || !thread || !number) {
    return { reason: { key: about?.closed ?? "import.skip.no-place" }, ...none };
  }
  const author = readText(row.username).trim();
  const userId = readWhole(row.user_id);
  const postedAt = readTime(row.created_at);
  const version = readWhole(row.version) ?? 1;
  const unfit = (key: MessageKey): Unfit => ({
    ...{ reason: { key }, gone: null, closed: null },
    place: { thread, number, parent },
  });
  const gone = (key: MessageKey): Unfit => {
    const times = [row.deleted_at, row.updated_at].flatMap((time) => readTime(time) ?? []);
    const changedAt = times.length > 0 ? Math.max(...times) : now;
    const post = { outerId, thread, number, author, userId, postedAt, changedAt, version };
    return { ...unfit(key), gone: post };
  };
  const closed = about?.closed ?? whyClosed({ ...row, deleted_at: null, visible: true });
  if (closed) return { ...gone(closed), closed: thread };
  const kind = row.post_type ?? 1;
  if (kind === 3) return unfit("import.skip.action");
  if (kind === 4) return gone("import.skip.whisper");
  if (kind !== 1 && kind !== 2) return unfit("import.skip.kind");
  if (row.hidden === true) return gone("import.skip.hidden");
  if (row.deleted_at != null) return gone("import.skip.deleted");
  if (!author || author.length > 100) return unfit("import.skip.no-author");
  if (postedAt === null) return unfit("import.skip.no-time");
  if (postedAt > now + AHEAD_SECONDS) return unfit("import.skip.ahead");
  const cooked = readText(row.cooked);
  const isWithdrawn = row.user_deleted === true;
  const isCooked = !isWithdrawn && typeof row.raw !== "string";
  const written = isWithdrawn ? TAKEN_BACK : readText(row.raw);
  const source = isCooked ? cooked : written;
  if (isTooLong(source)) return unfit("import.skip.too-long");
  const raw = isCooked ? markdownOfCooked(source, origin) : source;
  if (raw === null) return unfit("import.skip.cooked");
  if (!/\S/.test(raw)) return unfit("import.skip.no-text");
  if (isTooLong(raw)) return unfit("import.skip.too-long");

  const changedAt = Math.max(postedAt, readTime(row.updated_at) ?? postedAt);
  return {
    ...{ outerId, thread, number, author, userId, postedAt, changedAt, version, isWithdrawn },
    parent: parent === number ? null : parent,
    editedAt: version > 1 && changedAt > postedAt ? Math.min(changedAt, now) : null,
    raw,
    cooked: isCooked ? cooked : null,
    uploads: raw.includes("upload://") ? findUploads(cooked, origin) : {},
    title: readTitle(readText(row.topic_title)) ?? about?.title ?? null,
    guess: titleOf(readText(row.topic_slug)),
    category: readWhole(row.category_id) ?? about?.category ?? null,
    likes: readLikes(row),
  };
}

const isTooLong = (text: string) => new TextEncoder().encode(text).length > LONGEST_BYTES;

/** Text that every engine can keep. */
function readText(value: unknown): string {
  if (typeof value !== "string") return "";
  return new TextDecoder().decode(new TextEncoder().encode(value.replaceAll("\0", "")));
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
