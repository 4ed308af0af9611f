/** Writes some posts of one thread with all that is counted of them, in one transaction. */
import type { Trx } from "#db/open.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { escapeHtml } from "../markdown/escape.ts";
import { excerpt } from "../markdown/excerpt.ts";
import type { Standards } from "../ranking/place.ts";
import { recordReferences } from "../references/record-references.server.ts";
import { say } from "../strings/say.ts";
import {
  countBelow,
  countInThread,
  insertReply,
  insertThread,
  type Parent,
  type Written,
} from "../threads/insert-post.server.ts";
import { addTopics } from "../threads/tag-thread.server.ts";
import { slugOf } from "../threads/thread-path.ts";
import { findPlaceholder, type People } from "./add-people.server.ts";
import { findTopic } from "./find-topic.server.ts";
import { OPENING } from "./order-replies.ts";
import { type Prepared, withIds } from "./prepare-posts.server.ts";
import { replaceOpening } from "./replace-opening.server.ts";
import type { Wish } from "./run.ts";

/** Where a post stands here. */
export interface Standing extends Parent {
  posted_at: number;
}

export interface ToInsert extends Prepared {
  /** The number of the post below which it stands; null for the opening post. */
  below: number | null;
}

export interface OuterThread {
  outerId: number;
  /** Its id here; null for one that these posts begin. */
  threadId: number | null;
  title: string;
  /** Whether it was called so there; else the title is made up, and takes no other's place. */
  isTitled: boolean;
  category: number | null;
  /** The time of the first of its posts that came. */
  beganAt: number;
}

export interface Inserting {
  trx: Trx;
  standards: Standards;
  wish: Wish;
  people: People;
  thread: OuterThread;
}

/** Inserts the posts, each below its parent, and begins the thread where it is new: with its first post, or with a placeholder. Answers the thread's id and where each post stands. */
export async function insertPosts(
  inserting: Inserting,
  posts: readonly ToInsert[],
  before: ReadonlyMap<number, Standing>,
): Promise<{ threadId: number; standing: Map<number, Standing> }> {
  const { trx, wish, thread } = inserting;
  const standing = new Map<number, Standing>();
  const ids: number[] = [];
  const opening = posts.find(({ outline }) => outline.number === OPENING);
  let top = before.get(OPENING) ?? (thread.threadId && (await findOpening(trx, thread.threadId)));
  if (!top) {
    const written = opening ? toWritten(inserting, opening, ids) : await placeholder(inserting);
    top = await beginThread(inserting, written);
  } else if (opening) {
    await replaceOpening(trx, thread, top, toWritten(inserting, opening, ids), wish.now);
  }
  standing.set(OPENING, top);
  for (const post of posts) {
    const { outline, below } = post;
    let written = toWritten(inserting, post, ids);
    let id = top.id;
    if (below !== null) {
      const parent = standing.get(below) ?? before.get(below)!;
      // A page of a branch ends somewhere in time, and no reply may stand before what it answers.
      written = { ...written, posted_at: Math.max(outline.at, parent.posted_at) };
      const reply = await insertBelow(inserting, parent, written);
      id = reply.id;
      standing.set(outline.number, { ...reply, posted_at: written.posted_at });
    }
    ids.push(id);
    if (refers.test(written.html)) await recordReferences(trx, id, written.html);
    await trx
      .insertInto("imported_post")
      .values({
        source: wish.source,
        outer_thread_id: thread.outerId,
        number: outline.number,
        outer_id: outline.outerId,
        post_id: id,
        made_at: outline.at,
        changed_at: outline.changedAt,
        hash: outline.hash,
        waits: Number(post.waits),
      })
      .execute();
  }
  await recordEvent(trx, {
    kind: "posts-imported",
    at: wish.now,
    threadId: top.thread_id,
    details: {
      ...{ source: wish.source, added: posts.length },
      threads: thread.threadId === null ? 1 : 0,
    },
  });
  return { threadId: top.thread_id, standing };
}

/** Whether there may be anything to record; most posts name nobody. */
const refers = /class="(?:mention|quotation)\b/;

const openingColumns = [
  ...(["post.id", "post.thread_id", "post.branch_id", "post.depth"] as const),
  "post.posted_at",
] as const;
/** Wherever it stands by now: the thread may have been merged into another. */
const findOpening = (trx: Trx, threadId: number) =>
  trx
    .selectFrom("thread")
    .innerJoin("post", "post.id", "thread.opening_post_id")
    .select(openingColumns)
    .where("thread.id", "=", threadId)
    .executeTakeFirstOrThrow();

/** A post's row, with the ids of posts that were written before it in this transaction. */
function toWritten(
  { people, wish }: Inserting,
  { outline, post, markdown, html, first }: ToInsert,
  ids: readonly number[],
): Written {
  return {
    author_id: people.byKey.get(outline.key)!.id,
    kind: "reply",
    body: withIds(markdown, first, ids),
    html: withIds(html, first, ids),
    posted_at: outline.at,
    edited_at: post.editedAt,
    withdrawn_at: post.isWithdrawn ? Math.min(post.changedAt, wish.now) : null,
    is_taken_back: Number(post.isWithdrawn),
    liked_elsewhere: post.likes,
  };
}

async function placeholder({ trx, wish, thread }: Inserting): Promise<Written> {
  const { id } = await findPlaceholder(trx, wish.source, thread.beganAt);
  const body = say("import.placeholder");
  const html = `<p>${escapeHtml(body)}</p>\n`;
  return { author_id: id, kind: "reply", body, html, posted_at: thread.beganAt };
}

async function beginThread(
  { trx, wish, thread, standards }: Inserting,
  opening: Written,
): Promise<Standing> {
  const { title, category, outerId } = thread;
  const begun = await insertThread(
    trx,
    {
      title,
      slug: slugOf(title),
      author_id: opening.author_id,
      excerpt: opening.withdrawn_at ? "" : excerpt(opening.html),
      started_at: opening.posted_at,
      imported_from: wish.source,
    },
    opening,
    { standards, now: wish.now },
  );
  const { id } = begun.thread;
  await addTopics(trx, begun.thread, [await findTopic(trx, wish, category)]);
  await trx
    .insertInto("imported_thread")
    .values({ source: wish.source, outer_id: outerId, thread_id: id })
    .execute();
  const { posted_at } = opening;
  return { id: begun.post.id, thread_id: id, branch_id: null, depth: 0, posted_at };
}

async function insertBelow(
  { trx, wish, standards }: Inserting,
  parent: Standing,
  written: Written,
) {
  const counted = {
    threadId: parent.thread_id,
    authorId: written.author_id,
    postedAt: written.posted_at,
  };
  const threadVotes = (await countInThread(trx, counted, true)) ?? 0;
  const placing = { standards, now: wish.now, threadVotes };
  const reply = await insertReply(trx, parent, written, placing);
  await countBelow(trx, reply, true);
  return reply;
}
