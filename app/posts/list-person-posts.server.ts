/** What somebody wrote in other people's threads and their own, the newest first. */
import type { Db } from "#db/open.server.ts";
import type { PostKind } from "#db/schema.ts";
import { type Cursor, readCursor, writeCursor } from "../cursor.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { placePath } from "./post-place.ts";

export const LIST_POSTS = 20;

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

/** One page of a person's replies and the cursor of the next; what they withdrew is left out. */
export async function listPersonPosts(
  db: Db,
  personId: number,
  after: string | null,
): Promise<{ posts: PostLine[]; next: string | null }> {
  const rows = await postRows(db, personId, readCursor(after));
  const page = rows.slice(0, LIST_POSTS);
  const last = page.at(-1);
  const posts = page.map((row) => {
    const thread = { id: row.thread_id, title: row.title, slug: row.slug };
    return {
      id: row.id,
      kind: row.kind,
      excerpt: excerpt(row.html),
      postedAt: row.posted_at,
      path: placePath({ ...thread, reply_count: row.thread_reply_count }, row),
      thread,
    };
  });
  const next =
    last && rows.length > LIST_POSTS ? writeCursor({ by: last.posted_at, id: last.id }) : null;
  return { posts, next };
}

const postRows = (db: Db, personId: number, cursor: Cursor | null) =>
  db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "post.kind", "post.html", "post.posted_at", "post.depth"])
    .select(["thread.id as thread_id", "thread.title", "thread.slug"])
    .select("thread.reply_count as thread_reply_count")
    .where("post.author_id", "=", personId)
    .where("post.parent_id", "is not", null)
    .where("post.withdrawn_at", "is", null)
    .$if(cursor !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("post.posted_at", "post.id"), "<", tuple(cursor!.by, cursor!.id)),
      ),
    )
    .orderBy("post.posted_at", "desc")
    .orderBy("post.id", "desc")
    .limit(LIST_POSTS + 1)
    .execute();
