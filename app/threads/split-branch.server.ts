/** A reply with all that answers it becomes a thread of its own. */
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { carryFollows } from "../following/carry-follows.server.ts";
import { settleTopic } from "../moderation/settle-topic.server.ts";
import { isAway } from "../moderation/states.ts";
import { boundPower, tellOfStop } from "../moderation/stop-moderator.server.ts";
import { isAdministrator, mayModerate, type Person } from "../permissions.ts";
import { freshUntil, keyOfNew } from "../ranking/thread-key.ts";
import { fromUnits } from "../ranking/units.ts";
import { allow, Refusal } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { refuseOwn } from "./find-last-act.server.ts";
import { moveBranch } from "./move-branch.server.ts";
import { quoteOpening } from "./quote-opening.server.ts";
import { addTopics, readTopicIds } from "./tag-thread.server.ts";
import { slugOf, threadPath } from "./thread-path.ts";

interface Wish {
  /** As a title is kept. */
  title: string;
  reason: string;
  /** The scale of limits. */
  limits?: number;
  /** Epoch seconds. */
  now: number;
}

/** Splits a branch off into a thread of this title and of the former one's topics, with the reason that everybody reads, and settles the case of its first post where that waits for being off topic. Answers the new thread's path. */
export async function splitBranch(
  db: Db,
  person: Person,
  postId: number,
  { title, reason, limits = 1, now }: Wish,
): Promise<string> {
  allow(mayModerate(person));
  const why = demandReason(reason);
  const done = write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    await boundPower(trx, person, "split", now, limits);
    const post = await findReply(trx, postId);
    await refuseOwn(trx, person, { authorId: post.author_id, postId }, "split");
    const slug = slugOf(title);
    const intoId = await beginThread(trx, post, { title, slug }, now);
    await splitOff(trx, post, intoId, now);
    await settleTopic(trx, postId, {
      ...{ kind: "split", office: isAdministrator(person) ? "administrator" : "moderator" },
      ...{ byId: person.id, aboutId: post.author_id, postId, threadId: intoId, reason: why, now },
      before: { threadId: post.thread_id, parentId: post.parent_id },
      // Titles are those of today: they may have gone away since.
      details: { from: post.thread_id },
    });
    return threadPath({ id: intoId, slug });
  });
  return tellOfStop(db, person, done, now);
}

export type Splitting = Awaited<ReturnType<typeof findReply>>;

/** A reply that may open a thread; throws Refusal 404, and 409 for an opening post and for what is not shown. */
export async function findReply(db: Db | Trx, postId: number | null) {
  const post = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "post.thread_id", "post.author_id", "post.parent_id"])
    .select(["post.posted_at", "post.withdrawn_at", "post.state", "thread.title"])
    .select(["thread.slug", "person.name as author", "post.reply_count", "post.branch_id"])
    .where("post.id", "=", postId ?? 0)
    .executeTakeFirst();
  if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
  const { parent_id } = post;
  if (parent_id === null) throw new Refusal(409, { key: "shields.split.opening" });
  if (post.withdrawn_at !== null || isAway(post.state)) {
    throw new Refusal(409, { key: "shields.split.away" });
  }
  return { ...post, parent_id };
}

/** Moves a reply and its branch into a thread that has no posts; whoever followed the branch, or the former thread having written in the branch, follows this. */
export async function splitOff(
  trx: Trx,
  post: Pick<Splitting, "id" | "thread_id">,
  intoId: number,
  now: number,
): Promise<void> {
  const fromId = post.thread_id;
  await moveBranch(trx, { postId: post.id, fromId, intoId, parent: null, now });
  await trx
    .updateTable("thread")
    .set({ opening_post_id: post.id, merged_into_id: null })
    .where("id", "=", intoId)
    .execute();
  await quoteOpening(trx, intoId);
  const writers = await trx
    .selectFrom("thread_person")
    .select("person_id")
    .where("thread_id", "=", intoId)
    .execute();
  const into = { kind: "thread", id: intoId } as const;
  await carryFollows(trx, { kind: "branch", id: post.id }, into, { now });
  const people = new Set(writers.map(({ person_id }) => person_id));
  await carryFollows(trx, { kind: "thread", id: fromId }, into, { now, people });
}

async function beginThread(
  trx: Trx,
  post: Splitting,
  named: { title: string; slug: string },
  now: number,
): Promise<number> {
  const { substance } = await trx
    .selectFrom("tally")
    .select("substance")
    .where("post_id", "=", post.id)
    .executeTakeFirstOrThrow();
  const thread = await trx
    .insertInto("thread")
    .values({
      ...{ ...named, author_id: post.author_id, excerpt: "" },
      ...{ started_at: post.posted_at, active_at: post.posted_at },
      best: keyOfNew(fromUnits(substance), post.posted_at),
      fresh_until: freshUntil(post.posted_at, now),
    } as never)
    .returning(["id", "started_at", "active_at"])
    .executeTakeFirstOrThrow();
  await addTopics(trx, thread, await readTopicIds(trx, post.thread_id));
  return thread.id;
}
