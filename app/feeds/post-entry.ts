/** A post as the entry of a feed. */
import type { PostKind, PostState } from "#db/schema.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { placePath } from "../posts/post-place.ts";
import { isAwayState, shownHtml } from "../posts/shown-html.ts";
import { say } from "../strings/say.ts";
import { absoluteLinks } from "./absolute-links.ts";
import type { Entry } from "./feed.ts";

export interface PostRow {
  id: number;
  author: string;
  kind: PostKind;
  html: string;
  posted_at: number;
  edited_at: number | null;
  withdrawn_at: number | null;
  restored_at: number | null;
  state: PostState;
  depth: number;
  thread_id: number;
  title: string;
  slug: string;
  url: string | null;
  reply_count: number;
}

/** The entry; one that was withdrawn or is kept away has nothing of its words, so that readers' programs forget them too. */
export function postEntry(row: PostRow, topics: string[], origin: string): Entry {
  const { id, author, title } = row;
  const thread = { id: row.thread_id, slug: row.slug, reply_count: row.reply_count };
  const address = origin + placePath(thread, row);
  const isWithdrawn = row.withdrawn_at !== null;
  const isOpening = row.depth === 0;
  const changes = [row.edited_at, row.withdrawn_at, row.restored_at].map((at) => at ?? 0);
  const html = shownHtml(row);
  const kind = say(`post.kind.${row.kind}`);
  return {
    id: `${origin}/posts/${id}`,
    address,
    title: isOpening ? title : say("feeds.reply", { kind, author, title }),
    author,
    publishedAt: row.posted_at,
    updatedAt: Math.max(row.posted_at, ...changes),
    html: isWithdrawn ? "" : absoluteLinks(html, origin, address),
    excerpt: isWithdrawn ? goneWords(row) : excerpt(html),
    topics,
    about: isOpening && !isWithdrawn ? row.url : null,
  };
}

const goneWords = ({ state }: PostRow) =>
  say(isAwayState(state) ? `states.feed.${state}` : "feeds.withdrawn");
