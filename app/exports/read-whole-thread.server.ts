/** A thread as data: public content and nothing else. */
import type { Db } from "#db/open.server.ts";
import type { PostKind, PostState } from "#db/schema.ts";
import { readIdCursor } from "../cursor.ts";
import { takeFitting } from "../posts/page-size.ts";
import { shownBody, shownHtml } from "../posts/shown-html.ts";

/** Most posts in one answer; fewer where they are long. */
export const DATA_POSTS = 1_000;

export interface WholePost {
  id: number;
  parent: number | null;
  author: string;
  at: number;
  edited: number | null;
  kind: PostKind;
  body: string;
  html: string;
  isWithdrawn: boolean;
  state: PostState;
}

export interface WholeThread {
  id: number;
  title: string;
  slug: string;
  at: number;
  author: string;
  url: string | null;
  quote: string | null;
  disclosure: string | null;
  norms: string | null;
  /** The thread that its posts went to. */
  mergedIntoId: number | null;
  topics: string[];
  posts: WholePost[];
  /** Where the next answer begins, or null. */
  next: string | null;
}

/** A thread with its posts by id from the cursor on, withdrawn ones without their words; null when there is none. */
export async function readWholeThread(
  db: Db,
  threadId: number | null,
  after: string | null,
): Promise<WholeThread | null> {
  const thread = await db
    .selectFrom("thread")
    .innerJoin("person", "person.id", "thread.author_id")
    .select([
      "thread.id",
      "thread.title",
      "thread.slug",
      "thread.started_at as at",
      "person.name as author",
      "thread.url",
      "thread.quote",
      "thread.disclosure",
      "thread.norms",
      "thread.merged_into_id as mergedIntoId",
    ])
    .where("thread.id", "=", threadId ?? 0)
    .executeTakeFirst();
  if (!thread) return null;
  const topics = await db
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select("topic.name")
    .where("thread_id", "=", thread.id)
    .orderBy("position")
    .execute();
  const places = await db
    .selectFrom("post")
    .select((eb) => [
      "id",
      eb(eb.fn<number>("octet_length", ["body"]), "+", eb.fn<number>("octet_length", ["html"])).as(
        "bytes",
      ),
    ])
    .where("thread_id", "=", thread.id)
    .where("id", ">", readIdCursor(after) ?? 0)
    .orderBy("id")
    .limit(DATA_POSTS + 1)
    .execute();
  const shown = takeFitting(places.slice(0, DATA_POSTS));
  const last = shown.at(-1);
  const rows = await db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .select([
      "post.id",
      "post.parent_id as parent",
      "person.name as author",
      "post.posted_at as at",
      "post.edited_at as edited",
      "post.kind",
      "post.body",
      "post.html",
      "post.withdrawn_at",
      "post.state",
    ])
    .where("post.thread_id", "=", thread.id)
    .where("post.id", ">=", shown[0]?.id ?? 0)
    .where("post.id", "<=", last?.id ?? 0)
    .orderBy("post.id")
    .execute();
  const posts = rows.map(({ withdrawn_at, ...post }) => ({
    ...post,
    isWithdrawn: withdrawn_at !== null,
    ...(withdrawn_at === null
      ? { body: shownBody(post), html: shownHtml(post) }
      : { body: "", html: "" }),
  }));
  const next = last && places.length > shown.length ? String(last.id) : null;
  return { ...thread, topics: topics.map((topic) => topic.name), posts, next };
}
