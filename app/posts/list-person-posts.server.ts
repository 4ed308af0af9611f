/** What somebody wrote in other people's threads and their own, the newest first. */
import { type SqlBool, sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { PostKind } from "#db/schema.ts";
import { type Cursor, readPlainCursor, writeCursor } from "../cursor.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { placePath } from "./post-place.ts";
import { shownHtml } from "./shown-html.ts";

export const LIST_POSTS = 20;
const MOST_LOOKED_AT = 500;

export interface PostLine {
  id: number;
  kind: PostKind;
  /** Its beginning as plain text. */
  excerpt: string;
  postedAt: number;
  /** Its address in its thread. */
  path: string;
  thread: { id: number; title: string; slug: string };
}

/** One page of a person's replies and the cursor of the next; what they withdrew is left out. Where most is, a page has fewer, and the next begins after all that was looked at. */
export async function listPersonPosts(
  db: Db,
  personId: number,
  after: string | null,
): Promise<{ posts: PostLine[]; next: string | null }> {
  const from = { personId, ...(readPlainCursor(after) ?? start) };
  const rows = await replies.all(db, from);
  const page = rows.slice(0, LIST_POSTS);
  const posts = page.map((row) => {
    const thread = { id: row.thread_id, title: row.title, slug: row.slug };
    return {
      id: row.id,
      kind: row.kind,
      excerpt: excerpt(shownHtml(row)),
      postedAt: row.posted_at,
      path: placePath({ ...thread, reply_count: row.thread_reply_count }, row),
      thread,
    };
  });
  const last = rows.length > LIST_POSTS ? page.at(-1) : await lastLookedAt.first(db, from);
  return { posts, next: last ? writeCursor({ by: last.posted_at, id: last.id }) : null };
}

/** Before all that there is. */
const start: Cursor = { by: Number.MAX_SAFE_INTEGER, id: 0 };

interface From extends Cursor {
  personId: number;
}

/** As many of a person's posts as are looked at for one page. */
const near = (db: Db | Trx, value: ValueOf<From>) =>
  db
    .selectFrom("post")
    .select(["post.id", "post.posted_at", "post.parent_id", "post.withdrawn_at"])
    .where("author_id", "=", value("personId"))
    .where(sql<SqlBool>`(post.posted_at, post.id) < (${value("by")}, ${value("id")})`)
    .orderBy("post.posted_at", "desc")
    .orderBy("post.id", "desc")
    .limit(MOST_LOOKED_AT);

const shown = (db: Db | Trx, value: ValueOf<From>) =>
  db
    .selectFrom(near(db, value).as("near"))
    .select(["near.id", "near.posted_at"])
    .where("near.parent_id", "is not", null)
    .where("near.withdrawn_at", "is", null)
    .orderBy("near.posted_at", "desc")
    .orderBy("near.id", "desc")
    .limit(LIST_POSTS + 1);

const replies = prepared((db, value: ValueOf<From>) =>
  db
    .selectFrom(shown(db, value).as("shown"))
    .innerJoin("post", "post.id", "shown.id")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "post.kind", "post.html", "post.state", "post.posted_at", "post.depth"])
    .select(["thread.id as thread_id", "thread.title", "thread.slug"])
    .select("thread.reply_count as thread_reply_count")
    .orderBy("shown.posted_at", "desc")
    .orderBy("shown.id", "desc"),
);

/** The last of those, where more may follow. */
const lastLookedAt = prepared((db, value: ValueOf<From>) =>
  db
    .selectFrom(near(db, value).as("near"))
    .select(["near.id", "near.posted_at"])
    .orderBy("near.posted_at", "desc")
    .orderBy("near.id", "desc")
    .limit(1)
    .offset(MOST_LOOKED_AT - 1),
);
