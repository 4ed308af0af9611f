import type { Db, Trx } from "#db/open.server.ts";
import type { PostRow } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import type { ReplyDraft } from "../composing/draft.ts";
import { recordEvent } from "../events/record.server.ts";
import { RENDERER, renderMarkdown } from "../markdown/render.server.ts";
import { isModerator, mayReply, type Person } from "../permissions.ts";
import { placePath } from "../posts/post-place.ts";
import { allow, Refusal } from "../refusals.ts";
import { findSending, rememberSending } from "./form-key.server.ts";
import type { Sending } from "./sending.ts";
import { findTooSoon, spendPace } from "./spend-pace.server.ts";

/** Posts a reply: the post, the thread's counts and version, and the event, or nothing. Answers the reply's address; a form sent again answers the first one's. */
export async function postReply(
  db: Db,
  person: Person,
  threadId: number,
  draft: ReplyDraft,
  { now, limits, key }: Sending,
): Promise<string> {
  // The pace is asked first: a post that it counts is found by its form.
  const tooSoon = await findTooSoon(db, person, "reply", now, limits);
  // What was posted is found also where its thread takes no more.
  const sentBefore = await findSending(db, person.id, key);
  if (sentBefore) return sentBefore;
  const first = await findPlace(db, threadId, draft.parentId);
  allow(mayReply(person, first.thread, first.parent));
  if (tooSoon) throw tooSoon;
  const html = await renderMarkdown(draft.body, person.id);

  return write(db, async (trx) => {
    const sent = await findSending(trx, person.id, key);
    if (sent) return sent;
    // Read once more: while the text was rendered the thread may have been locked or the post withdrawn.
    const { thread, parent } = await findPlace(trx, threadId, draft.parentId);
    allow(mayReply(person, thread, parent));
    await spendPace(trx, person, "reply", now, limits);
    const reply = await insertReply(trx, person, parent, { ...draft, html }, now);
    await countReply(trx, person, reply, now);
    await recordEvent(trx, {
      kind: "reply-posted",
      at: now,
      personId: person.id,
      threadId,
      postId: reply.id,
    });
    const location = placePath({ ...thread, reply_count: thread.reply_count + 1 }, reply);
    await rememberSending(trx, { personId: person.id, key, location, now });
    return location;
  });
}

type Reply = Pick<PostRow, "id" | "thread_id" | "author_id" | "parent_id" | "branch_id" | "depth">;

/** The thread and the post that is answered: the opening post when none is named. */
async function findPlace(db: Db | Trx, threadId: number, parentId: number | null) {
  const thread = await db
    .selectFrom("thread")
    .select(["id", "slug", "locked_at", "opening_post_id", "reply_count"])
    .where("id", "=", threadId)
    .executeTakeFirst();
  if (!thread) throw new Refusal(404, { key: "threads.not-found" });
  const parent = await db
    .selectFrom("post")
    .select(["id", "thread_id", "branch_id", "depth", "withdrawn_at"])
    .where("id", "=", parentId ?? thread.opening_post_id)
    .where("thread_id", "=", threadId)
    .executeTakeFirst();
  if (!parent) throw new Refusal(404, { key: "threads.parent.unknown" });
  return {
    thread: { ...thread, isLocked: thread.locked_at !== null },
    parent: { ...parent, isWithdrawn: parent.withdrawn_at !== null },
  };
}

async function insertReply(
  trx: Trx,
  person: Person,
  parent: Pick<PostRow, "id" | "thread_id" | "branch_id" | "depth">,
  draft: ReplyDraft & { html: string },
  now: number,
): Promise<Reply> {
  const reply = await trx
    .insertInto("post")
    .values({
      thread_id: parent.thread_id,
      author_id: person.id,
      parent_id: parent.id,
      branch_id: parent.branch_id,
      depth: parent.depth + 1,
      kind: draft.kind,
      body: draft.body,
      html: draft.html,
      renderer: RENDERER,
      posted_at: now,
    })
    .returning(["id", "thread_id", "author_id", "parent_id", "branch_id", "depth"])
    .executeTakeFirstOrThrow();
  if (reply.branch_id !== null) return reply;
  await trx.updateTable("post").set({ branch_id: reply.id }).where("id", "=", reply.id).execute();
  return { ...reply, branch_id: reply.id };
}

/** Moves what is counted of a reply: its parent's, its branch's, its thread's and its author's in the thread; refuses where one of them takes no more replies. */
async function countReply(trx: Trx, person: Person, reply: Reply, now: number) {
  const answered = await trx
    .updateTable("post")
    .set((eb) => ({ reply_count: eb("reply_count", "+", 1) }))
    .where("id", "=", reply.parent_id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (answered.numUpdatedRows === 0n) {
    throw new Refusal(403, { key: "threads.withdrawn.no-reply" });
  }
  if (reply.branch_id !== reply.id) {
    await trx
      .updateTable("post")
      .set((eb) => ({ branch_count: eb("branch_count", "+", 1) }))
      .where("id", "=", reply.branch_id)
      .execute();
  }
  const { post_count } = await trx
    .insertInto("thread_person")
    .values({ thread_id: reply.thread_id, person_id: reply.author_id, post_count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["thread_id", "person_id"])
        .doUpdateSet((eb) => ({ post_count: eb("thread_person.post_count", "+", 1) })),
    )
    .returning("post_count")
    .executeTakeFirstOrThrow();
  const counted = await trx
    .updateTable("thread")
    .set((eb) => ({
      reply_count: eb("reply_count", "+", 1),
      person_count: eb("person_count", "+", post_count === 1 ? 1 : 0),
      active_at: now,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", reply.thread_id)
    .$if(!isModerator(person), (query) => query.where("locked_at", "is", null))
    .executeTakeFirst();
  if (counted.numUpdatedRows === 0n) throw new Refusal(403, { key: "threads.locked.no-reply" });
  await trx
    .updateTable("thread_topic")
    .set({ active_at: now })
    .where("thread_id", "=", reply.thread_id)
    .execute();
}
