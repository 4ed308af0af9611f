import type { Db } from "#db/open.server.ts";
import type { PostState } from "#db/schema.ts";
import { isAway } from "../moderation/states.ts";
import { wordsOf } from "../moderation/words-of.ts";
import { findDifference, type Piece } from "../posts/difference.ts";
import { markPassage } from "../posts/mark-passage.ts";
import { Refusal } from "../refusals.ts";

/** The post that a case is about, where it stands, as moderators see it: also while it is kept away from everybody else. */
export interface CasePost {
  id: number;
  author: string;
  postedAt: number;
  state: PostState;
  /** Its author took it back. */
  isTakenBack: boolean;
  threadId: number;
  /** Of the thread, as it was before it was kept away. */
  title: string;
  html: string;
  /** The passage stands in it as it is now. */
  isPassageThere: boolean;
  words: number;
  /** What its author changed since it was asked about; null where nothing was. */
  change: Piece[] | null;
  /** What its author would have instead; null where they proposed nothing. */
  proposed: Piece[] | null;
  parent: { id: number; author: string; html: string; isAway: boolean } | null;
}

interface Asked {
  postId: number;
  postVersion: number;
  passage: string | null;
}

/** Reads the post of a case with what it answers; throws Refusal 404. */
export async function readCasePost(
  db: Db,
  { postId, postVersion, passage }: Asked,
): Promise<CasePost> {
  const post = await findPost(db, postId);
  if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
  const kept = await readKept(db, postId);
  const away = isAway(post.state) ? kept.get("away") : undefined;
  const body = away?.body ?? post.body;
  const html = away?.html ?? post.html;
  const marked = passage === null ? html : markPassage(html, passage);
  const former = postVersion < post.version ? await readFormer(db, postId, postVersion) : null;
  const proposed = kept.get("proposed")?.body;
  return {
    ...{ id: post.id, author: post.author, postedAt: post.posted_at, state: post.state },
    ...{ isTakenBack: post.is_taken_back === 1, threadId: post.thread_id },
    title: (await readKeptTitle(db, post.opening_post_id)) ?? post.title,
    html: marked,
    isPassageThere: passage === null || marked !== html,
    words: wordsOf(body),
    change: former === null || former === body ? null : findDifference(former, body),
    proposed: proposed === undefined ? null : findDifference(body, proposed),
    parent: post.parent_id === null ? null : await readParent(db, post.parent_id),
  };
}

const findPost = (db: Db, postId: number) =>
  db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "post.body", "post.html", "post.state", "post.version", "post.parent_id"])
    .select(["post.posted_at", "post.is_taken_back", "post.thread_id", "person.name as author"])
    .select(["thread.title", "thread.opening_post_id"])
    .where("post.id", "=", postId)
    .executeTakeFirst();

/** The texts of a post that are kept, by why. */
async function readKept(db: Db, postId: number) {
  const rows = await db
    .selectFrom("kept_text")
    .select(["why", "body", "html"])
    .where("post_id", "=", postId)
    .execute();
  return new Map<string, { body: string; html: string }>(rows.map((row) => [row.why, row]));
}

async function readKeptTitle(db: Db, openingId: number | null): Promise<string | null> {
  const row = await db
    .selectFrom("kept_text")
    .select("title")
    .where("post_id", "=", openingId ?? 0)
    .where("why", "=", "away")
    .executeTakeFirst();
  return row?.title ?? null;
}

async function readFormer(db: Db, postId: number, version: number): Promise<string | null> {
  const row = await db
    .selectFrom("revision")
    .select("body")
    .where("post_id", "=", postId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.body ?? null;
}

async function readParent(db: Db, parentId: number) {
  const parent = await findPost(db, parentId);
  if (!parent) return null;
  const { id, author, html } = parent;
  const isGone = isAway(parent.state) || parent.is_taken_back === 1;
  return { id, author, html: isGone ? "" : html, isAway: isGone };
}
