import { type SqlBool, sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";
import { explainLook, explainPost, type Part, TOLD_VOTERS } from "./explain-post.ts";
import { explainThread, type ThreadPart } from "./explain-thread.ts";
import { readStandards, SITE } from "./read-standards.server.ts";
import { BACK_DEPTH, LATELY } from "./thread-key.ts";
import { fromUnits } from "./units.ts";

export interface Why {
  post: { id: number; authorId: number; author: string; isOpening: boolean };
  title: string;
  /** A moderator put the thread above the others. */
  isPinned: boolean;
  /** Null while they are hidden. */
  counts: { voters: number; worth: number; agree: number; disagree: number } | null;
  parts: Part[];
  /** What lifts a reply besides, and until when. */
  look: ReturnType<typeof explainLook>;
  /** Of the opening post: its thread's place on the front page; else empty. */
  thread: ThreadPart[];
}

/** Why a post stands where it stands, and for an opening post its thread; of posts whose counts are hidden nothing is told. Throws Refusal 404, also for a withdrawn post. */
export async function readWhy(db: Db, postId: number | null): Promise<Why> {
  const row = await findTallied(db, postId ?? 0);
  if (!row) throw new Refusal(404, { key: "threads.post.not-found" });
  if (row.withdrawn_at !== null) throw new Refusal(404, { key: "why.withdrawn" });
  const { length } = await readStandards(db);
  const isOpening = row.depth === 0;
  const isShown = row.shown_at !== null;
  const stored = {
    ...{ voters: row.voter_count, found: row.worth_count, insult: row.insult, words: row.words },
    ...{ substance: row.substance, postedAt: row.posted_at },
    ...{ shownAt: row.shown_at, dueAt: row.due_at, isOpening, isFitted: row.is_used === 1 },
  };
  const threadParts = isOpening ? await readThread(db, row) : null;
  return {
    post: { id: row.id, authorId: row.author_id, author: row.author, isOpening },
    title: row.title,
    isPinned: row.pinned_at !== null,
    counts: isShown
      ? {
          voters: row.voter_count,
          worth: row.worth_count,
          agree: row.agree_count,
          disagree: row.disagree_count,
        }
      : null,
    parts: explainPost(stored, length),
    look: explainLook(stored),
    thread: threadParts ? explainThread(threadParts) : [],
  };
}

const findTallied = (db: Db, postId: number) =>
  db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .innerJoin("tally", "tally.post_id", "post.id")
    .leftJoin("fit", (join) =>
      join.on(
        sql<SqlBool>`fit.scope = coalesce((
          select topical.scope from thread_topic
          inner join fit as topical on topical.scope = thread_topic.topic_id
          where thread_topic.thread_id = post.thread_id and thread_topic.position = 0),
          ${sql.lit(SITE)})`,
      ),
    )
    .select(["post.id", "post.thread_id", "post.author_id", "post.withdrawn_at", "post.depth"])
    .select(["person.name as author", "thread.title", "thread.started_at"])
    .select(["thread.pinned_at", "fit.is_used"])
    .select(["tally.voter_count", "tally.worth_count", "tally.agree_count"])
    .select(["tally.disagree_count", "tally.insult", "tally.words", "tally.substance"])
    .select(["tally.posted_at", "tally.shown_at", "tally.due_at"])
    .where("post.id", "=", postId)
    .executeTakeFirst();

type Tallied = NonNullable<Awaited<ReturnType<typeof findTallied>>>;

/** What the thread's place is made of, without posts whose counts are hidden or of few. */
async function readThread(db: Db, opening: Tallied) {
  const threadId = opening.thread_id;
  const back = await db
    .selectFrom("tally")
    .select("posted_at")
    .where("thread_id", "=", threadId)
    .where("voter_count", ">=", sql.lit(TOLD_VOTERS))
    .where("gain", ">", 0)
    .where("depth", ">", 0)
    .where("depth", "<", BACK_DEPTH)
    .where("shown_at", "is not", null)
    .orderBy("posted_at", "desc")
    .limit(1)
    .executeTakeFirst();
  const lately = await db
    .selectFrom("post")
    .innerJoin("tally", "tally.post_id", "post.id")
    .select(["tally.author_id", "tally.insult"])
    .where("post.thread_id", "=", threadId)
    .where("post.depth", ">", 0)
    .orderBy("post.id", "desc")
    .limit(LATELY)
    .execute();
  return {
    opening: isTold(opening) ? fromUnits(opening.substance) : null,
    gains: await readGains(db, threadId),
    lately: lately.map(({ author_id, insult }) => ({
      author: author_id,
      insult: fromUnits(insult),
    })),
    at: Math.max(opening.started_at, back?.posted_at ?? 0),
    startedAt: opening.started_at,
  };
}

const isTold = ({ shown_at, voter_count }: Tallied) =>
  shown_at !== null && voter_count >= TOLD_VOTERS;

/** What each author gains by posts that enough have voted on for no single vote to be told. */
async function readGains(db: Db, threadId: number): Promise<number[]> {
  const authors = await db
    .selectFrom("tally")
    .select((eb) => eb.fn.sum<number>("gain").as("gain"))
    .where("thread_id", "=", threadId)
    .where("voter_count", ">=", sql.lit(TOLD_VOTERS))
    .where("shown_at", "is not", null)
    .where("depth", ">", 0)
    .where("gain", ">", 0)
    .groupBy("author_id")
    .orderBy("author_id")
    .execute();
  return authors.map(({ gain }) => fromUnits(Number(gain)));
}
