/** A thread's posts become a branch below a post of another; its address leads there. */
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { carryFollows } from "../following/carry-follows.server.ts";
import { recordAct } from "../moderation/act.server.ts";
import { boundPower, tellOfStop } from "../moderation/stop-moderator.server.ts";
import { isAdministrator, mayModerate, type Person } from "../permissions.ts";
import { placePath } from "../posts/post-place.ts";
import { allow, Refusal, WrongForm } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { refuseOwn } from "./find-last-act.server.ts";
import { findThread } from "./find-thread.server.ts";
import { moveBranch } from "./move-branch.server.ts";
import { dropTopics } from "./tag-thread.server.ts";

interface Wish {
  /** The thread that it goes into. */
  intoId: number;
  /** The post that its first post answers there; null for the opening post. */
  parentId: number | null;
  reason: string;
  /** The scale of limits. */
  limits?: number;
  /** Epoch seconds. */
  now: number;
}

/** Merges a thread into another, with the reason that everybody reads. Answers where its first post stands now. */
export async function mergeThreads(
  db: Db,
  person: Person,
  threadId: number,
  { intoId, parentId, reason, limits = 1, now }: Wish,
): Promise<string> {
  allow(mayModerate(person));
  const why = demandReason(reason);
  if (threadId === intoId) throw new WrongForm({ into: { key: "shields.merge.itself" } });
  const done = write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    await boundPower(trx, person, "merge", now, limits);
    const thread = await findThread(trx, threadId);
    const { opening_post_id: postId } = thread;
    await refuseOwn(trx, person, { authorId: thread.author_id, postId }, "merge");
    if (thread.hidden_at !== null) throw new Refusal(409, { key: "shields.merge.away" });
    const into = await findThread(trx, intoId).catch((error: unknown) => {
      if (error instanceof Refusal) throw new WrongForm({ into: error.said });
      throw error;
    });
    if (into.hidden_at !== null) throw new WrongForm({ into: { key: "shields.merge.into-away" } });
    const parent = await findParent(trx, intoId, parentId ?? into.opening_post_id);
    const before = await mergeInto(trx, thread, parent, now);
    await recordAct(trx, {
      ...{ kind: "merge", office: isAdministrator(person) ? "administrator" : "moderator" },
      ...{ byId: person.id, aboutId: thread.author_id, reason: why, now },
      ...{ postId, threadId: intoId, before },
      // Titles are those of today: they may have gone away since.
      details: { from: threadId },
    });
    const { reply_count } = await trx
      .selectFrom("thread")
      .select("reply_count")
      .where("id", "=", intoId)
      .executeTakeFirstOrThrow();
    return placePath({ ...into, reply_count }, { id: postId, depth: parent.depth + 1 });
  });
  return tellOfStop(db, person, done, now);
}

/** A post below which others may go; throws WrongForm. */
async function findParent(trx: Trx, threadId: number, postId: number) {
  const parent = await trx
    .selectFrom("post")
    .select(["id", "thread_id", "branch_id", "depth", "withdrawn_at"])
    .where("id", "=", postId)
    .where("thread_id", "=", threadId)
    .executeTakeFirst();
  if (!parent) throw new WrongForm({ parent: { key: "threads.parent.unknown" } });
  return parent;
}

type Parent = Pick<
  Awaited<ReturnType<typeof findParent>>,
  "id" | "thread_id" | "branch_id" | "depth"
>;

/** Moves all posts of a thread below a post of another; its row stays, with no posts and no topics, and tells where they went. Answers what it takes to undo that. */
export async function mergeInto(
  trx: Trx,
  thread: { id: number; opening_post_id: number },
  parent: Parent,
  now: number,
): Promise<{ threadId: number; topicIds: number[]; parentId: number }> {
  const { id: fromId, opening_post_id: postId } = thread;
  const intoId = parent.thread_id;
  const into = { kind: "branch", id: postId } as const;
  await carryFollows(trx, { kind: "thread", id: fromId }, into, { now });
  const topicIds = await dropTopics(trx, fromId);
  await trx
    .updateTable("thread")
    .set({ merged_into_id: intoId, fresh_until: null, pinned_at: null, pinned_by_id: null })
    .where("id", "=", fromId)
    .execute();
  await trx.deleteFrom("title_word").where("thread_id", "=", fromId).execute();
  await moveBranch(trx, { postId, fromId, intoId, parent, now });
  return { threadId: fromId, topicIds, parentId: parent.id };
}
