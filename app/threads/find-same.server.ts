/** A form that is loaded anew has another key: what somebody sent before in the same words, and sends again from there, is found by its words. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { placePath } from "../posts/post-place.ts";
import { closeDraft } from "./close-draft.server.ts";
import { findSending, rememberSending } from "./form-key.server.ts";
import type { Sending } from "./sending.ts";
import { threadPath } from "./thread-path.ts";

/** Somebody who goes back, or opens an old page again, has seldom been away for longer. */
const SAME_SECONDS = 60 * 60;
/** The newest posts of a person among which the same is looked for. */
const LOOKED_AT = 10;

interface SameReply {
  personId: number;
  threadId: number;
  /** Null for the opening post. */
  parentId: number | null;
  body: string;
  now: number;
}

/** Where a person's reply stands that says the same to the same post, was posted within the hour and is not withdrawn; null for none. */
export async function findSameReply(db: Db, sent: SameReply): Promise<string | null> {
  const since = sent.now - SAME_SECONDS;
  const found = await sameReply.first(db, { ...sent, since });
  if (!found) return null;
  const { thread_id, slug, reply_count, ...post } = found;
  return placePath({ id: thread_id, slug, reply_count }, post);
}

const sameReply = prepared((db, value: ValueOf<SameReply & { since: number }>) =>
  db
    .selectFrom(newest(db, value).as("post"))
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "post.depth", "post.thread_id", "thread.slug", "thread.reply_count"])
    .where("post.body", "=", value("body"))
    .where(
      "post.parent_id",
      "=",
      sql<number>`coalesce(${value("parentId")}, (select opening_post_id from thread where id = ${value("threadId")}))`,
    )
    .where("post.withdrawn_at", "is", null)
    .orderBy("post.id", "desc")
    .limit(1),
);

interface SameThread {
  personId: number;
  title: string;
  body: string;
  now: number;
}

/** Where the thread is that a person began with the same title and words within the hour and has not withdrawn; null for none. */
export async function findSameThread(db: Db, sent: SameThread): Promise<string | null> {
  const found = await sameThread.first(db, { ...sent, since: sent.now - SAME_SECONDS });
  return found ? threadPath(found) : null;
}

const sameThread = prepared((db, value: ValueOf<SameThread & { since: number }>) =>
  db
    .selectFrom(newest(db, value).as("post"))
    .innerJoin("thread", "thread.opening_post_id", "post.id")
    .select(["thread.id", "thread.slug"])
    .where("thread.title", "=", value("title"))
    .where("post.body", "=", value("body"))
    .where("post.withdrawn_at", "is", null)
    .orderBy("post.id", "desc")
    .limit(1),
);

const newest = (db: Db, value: ValueOf<{ personId: number; since: number }>) =>
  db
    .selectFrom("post")
    .select(["id", "thread_id", "parent_id", "depth", "body", "withdrawn_at"])
    .where("author_id", "=", value("personId"))
    .where("posted_at", ">=", value("since"))
    .orderBy("posted_at", "desc")
    .orderBy("id", "desc")
    .limit(LOOKED_AT);

/** Ends a sending where the same stands already: its form leads there from now on, and its draft is closed. */
export async function endAsSame(
  db: Db,
  personId: number,
  location: string,
  { now, key, draft, tell }: Sending,
): Promise<string> {
  return write(db, async (trx) => {
    await tell?.(trx, location);
    if (await findSending(trx, personId, key)) return location;
    await rememberSending(trx, { personId, key, location, now });
    await closeDraft(trx, { personId, draft, now });
    return location;
  });
}
