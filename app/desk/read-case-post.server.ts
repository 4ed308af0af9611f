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
  /** Of an opening post: that of its thread, as it was before it was kept away; else null. */
  title: string | null;
  html: string;
  /** The passage stands in it as it is now. */
  isPassageThere: boolean;
  words: number;
  /** What its author changed since it was asked about, from this title if that was another; null where nothing was. */
  change: Change | null;
  /** What its author would have instead, under this title if it is to be another; null where they proposed nothing. */
  proposed: Change | null;
  parent: { id: number; author: string; html: string; isAway: boolean } | null;
}

export interface Change {
  /** Null where the title stays as it is, and of replies. */
  title: string | null;
  /** Null where the text stays as it is. */
  pieces: Piece[] | null;
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
  const title = post.parent_id === null ? (away?.title ?? post.title) : null;
  const former = postVersion < post.version ? await readFormer(db, postId, postVersion) : undefined;
  const proposed = kept.get("proposed");
  return {
    ...{ id: post.id, author: post.author, postedAt: post.posted_at, state: post.state },
    ...{ isTakenBack: post.is_taken_back === 1, threadId: post.thread_id },
    ...{ title, html: marked },
    isPassageThere: passage === null || marked !== html,
    words: wordsOf(body),
    change: former ? unlessNone(changeOf(title, former, { from: former.body, to: body })) : null,
    proposed: proposed ? changeOf(title, proposed, { from: body, to: proposed.body }) : null,
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
    .select("thread.title")
    .where("post.id", "=", postId)
    .executeTakeFirst();

/** The texts of a post that are kept, by why. */
async function readKept(db: Db, postId: number) {
  const rows = await db
    .selectFrom("kept_text")
    .select(["why", "title", "body", "html"])
    .where("post_id", "=", postId)
    .execute();
  return new Map<string, (typeof rows)[number]>(rows.map((row) => [row.why, row]));
}

const readFormer = (db: Db, postId: number, version: number) =>
  db
    .selectFrom("revision")
    .select(["title", "body"])
    .where("post_id", "=", postId)
    .where("version", "=", version)
    .executeTakeFirst();

/** What is other between two texts, and the title that one of them had or is to have, where it is not this one. */
function changeOf(
  title: string | null,
  { title: other }: { title: string | null },
  { from, to }: { from: string; to: string },
): Change {
  return {
    title: title !== null && other !== title ? other : null,
    pieces: from === to ? null : findDifference(from, to),
  };
}

const unlessNone = (change: Change) =>
  change.title === null && change.pieces === null ? null : change;

async function readParent(db: Db, parentId: number) {
  const parent = await findPost(db, parentId);
  if (!parent) return null;
  const { id, author, html } = parent;
  const isGone = isAway(parent.state) || parent.is_taken_back === 1;
  return { id, author, html: isGone ? "" : html, isAway: isGone };
}
