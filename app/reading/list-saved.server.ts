import type { Db } from "#db/open.server.ts";
import { type Cursor, readPlainCursor, writeCursor } from "../cursor.ts";
import { excerpt } from "../markdown/excerpt.ts";
import type { Person } from "../permissions.ts";
import { placePath } from "../posts/post-place.ts";
import { isAwayState, shownHtml } from "../posts/shown-html.ts";

export const LIST_SAVED = 20;

export interface SavedLine {
  id: number;
  author: string;
  /** Its beginning as plain text; null when its author withdrew it, or it is kept away. */
  excerpt: string | null;
  isAway: boolean;
  savedAt: number;
  /** Its address in its thread. */
  path: string;
  thread: { id: number; title: string; slug: string };
}

/** One page of what a person saved, the latest first, and the cursor of the next. */
export async function listSaved(
  db: Db,
  person: Person,
  after: string | null,
): Promise<{ posts: SavedLine[]; next: string | null }> {
  const cursor = readPlainCursor(after);
  const rows = await savedPosts(db, person, cursor)
    .orderBy("saved_post.saved_at", "desc")
    .orderBy("saved_post.post_id", "desc")
    .limit(LIST_SAVED + 1)
    .execute();
  const page = rows.slice(0, LIST_SAVED);
  const last = page.at(-1);
  const posts = page.map((row) => {
    const thread = { id: row.thread_id, title: row.title, slug: row.slug };
    return {
      id: row.id,
      author: row.author,
      excerpt: row.withdrawn_at === null ? excerpt(shownHtml(row)) : null,
      isAway: isAwayState(row.state),
      savedAt: row.saved_at,
      path: placePath({ ...thread, reply_count: row.reply_count }, row),
      thread,
    };
  });
  const next =
    last && rows.length > LIST_SAVED ? writeCursor({ by: last.saved_at, id: last.id }) : null;
  return { posts, next };
}

const savedPosts = (db: Db, person: Person, cursor: Cursor | null) =>
  db
    .selectFrom("saved_post")
    .innerJoin("post", "post.id", "saved_post.post_id")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["saved_post.saved_at", "post.id", "post.html", "post.depth", "post.withdrawn_at"])
    .select("post.state")
    .select(["thread.id as thread_id", "thread.title", "thread.slug", "thread.reply_count"])
    .select("person.name as author")
    .where("saved_post.person_id", "=", person.id)
    .$if(cursor !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple("saved_post.saved_at", "saved_post.post_id"),
          "<",
          tuple(cursor!.by, cursor!.id),
        ),
      ),
    );

/** A post that was just let go of, to offer it again; null when there is none or it is saved. */
export async function findRemoved(db: Db, person: Person, postId: number | null) {
  const post = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "thread.title", "person.name as author"])
    .where("post.id", "=", postId ?? 0)
    .where("post.withdrawn_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("saved_post")
            .select("saved_post.post_id")
            .whereRef("saved_post.post_id", "=", "post.id")
            .where("saved_post.person_id", "=", person.id),
        ),
      ),
    )
    .executeTakeFirst();
  return post ?? null;
}
