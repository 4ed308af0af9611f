/** A thread with a post by Ben, and acts about it. */
import { type Act, recordAct } from "#app/moderation/act.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";

export const DAY = 86_400;

/** Opens a forum with a rule, a thread by Ada and a reply by Ben. */
export async function openTalk() {
  const forum = await openForum();
  const { db, ada, ben } = forum;
  const rule = { slug: "argument", position: 2, title: "Attack the argument", body: "", html: "" };
  await db.deleteFrom("rule").execute();
  const { id: ruleId } = await db
    .insertInto("rule")
    .values({ ...rule, changed_at: START })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { threadId, openingId } = await beginThread(db, ada);
  const postId = await reply(db, ben, threadId, {
    body: "Whoever says so is a fool. Read the licence.",
  });
  return { ...forum, ruleId, threadId, openingId, postId };
}

/** Writes an act down, about Ben unless said otherwise. */
export const act = (db: Db, more: Partial<Act> & Pick<Act, "kind">) =>
  write(db, (trx) =>
    recordAct(trx, {
      ...{ office: "moderator", byId: 4, aboutId: 2, reason: "It is about a person.", now: START },
      ...more,
    }),
  );

/** Opens a case on a post. */
export async function openCase(
  db: Db,
  {
    postId,
    threadId,
    authorId = 2,
    ruleId = null,
    at = START,
    flaggedAt = null,
    ...more
  }: {
    postId: number;
    threadId: number;
    authorId?: number;
    ruleId?: number | null;
    at?: number;
    /** When Ada flagged it, unless nobody did. */
    flaggedAt?: number | null;
    state?: "open" | "asked" | "removed" | "lapsed" | "rewritten" | "redacted" | "hidden" | "held";
    passage?: string | null;
    due_at?: number | null;
    closed_at?: number | null;
  },
): Promise<number> {
  const { id } = await db
    .insertInto("case")
    .values({
      ...{ kind: "rules", state: "open", post_id: postId, thread_id: threadId },
      ...{ author_id: authorId, rule_id: ruleId, post_version: 1, opened_at: at },
      ...more,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (flaggedAt !== null) {
    await db
      .insertInto("flag")
      .values({
        ...{ post_id: postId, case_id: id, person_id: 1, reason: "insult", passage: null },
        ...{ weight: 0, is_own_side: 0, flagged_at: flaggedAt, verdict: null, decided_at: null },
      })
      .execute();
  }
  return id;
}
