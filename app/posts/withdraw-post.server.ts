import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { deliverAgain } from "../events/deliver-again.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { deadlines } from "../moderation/states.ts";
import { mayRestore, mayWithdraw, type Person } from "../permissions.ts";
import { retally } from "../ranking/retally.server.ts";
import { raiseQuotedThreads } from "../references/record-references.server.ts";
import { allow, Refusal } from "../refusals.ts";
import { quoteOpening } from "../threads/quote-opening.server.ts";
import { placePath } from "./post-place.ts";

/** Takes a post back, or shows it again: its author's to do, its replies stay. What waits to be given back stays taken back then, and no time to rewrite it passes meanwhile. Answers the post's address. */
export async function withdrawPost(
  db: Db,
  person: Person,
  postId: number,
  { isRestored, now }: { isRestored: boolean; now: number },
): Promise<string> {
  return write(db, async (trx) => {
    const post = await trx
      .selectFrom("post")
      .select(["id", "thread_id", "author_id", "depth", "withdrawn_at", "state"])
      .select(["is_taken_back", "posted_at", "restored_at"])
      .where("id", "=", postId)
      .executeTakeFirst();
    if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
    const { author_id: authorId, withdrawn_at, state } = post;
    const isTakenBack = post.is_taken_back === 1;
    const asked = { authorId, isWithdrawn: withdrawn_at !== null, isTakenBack, state };
    allow(isRestored ? mayRestore(person, asked) : mayWithdraw(person, asked));
    const changed = await trx
      .updateTable("post")
      .set(
        isRestored
          ? { withdrawn_at: null, restored_at: now, is_taken_back: 0 }
          : { withdrawn_at: withdrawn_at ?? now, is_taken_back: 1 },
      )
      .where("id", "=", postId)
      .where("author_id", "=", person.id)
      .where("withdrawn_at", withdrawn_at === null ? "is" : "is not", null)
      .where("is_taken_back", "=", post.is_taken_back)
      .where("state", "=", state)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) {
      throw new Refusal(409, { key: `threads.withdrawn.${isRestored ? "not" : "already"}` });
    }
    const thread = await trx
      .updateTable("thread")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("id", "=", post.thread_id)
      .returning(["id", "slug", "reply_count"])
      .executeTakeFirstOrThrow();
    if (post.depth === 0) await quoteOpening(trx, thread.id);
    await keepWaiting(trx, postId, isRestored ? now : null);
    if (isRestored) await deliverAgain(trx, post);
    await raiseQuotedThreads(trx, postId);
    await retally(trx, postId, {}, now);
    await recordEvent(trx, {
      kind: isRestored ? "post-restored" : "post-withdrawn",
      at: now,
      personId: person.id,
      threadId: thread.id,
      postId,
    });
    return placePath(thread, post);
  });
}

/** While its author has taken a post back, no time for a new text is over; shown again, it begins anew, also where an appeal has stopped it meanwhile. */
async function keepWaiting(trx: Trx, postId: number, shownAt: number | null) {
  for (const state of ["asked", "lapsed"] as const) {
    await trx
      .updateTable("appeal")
      .set({ former_left: shownAt === null ? null : deadlines[state]! })
      .where("decided_at", "is", null)
      .where("former_state", "=", state)
      .where("action_id", "in", ({ selectFrom }) =>
        selectFrom("case")
          .innerJoin("action", "action.case_id", "case.id")
          .select("action.id")
          .where("case.post_id", "=", postId)
          .where("case.state", "=", "appealed"),
      )
      .execute();
    await trx
      .updateTable("case")
      .set({ due_at: shownAt === null ? null : shownAt + deadlines[state]! })
      .where("post_id", "=", postId)
      .where("state", "=", state)
      .where("closed_at", "is", null)
      .execute();
  }
}
