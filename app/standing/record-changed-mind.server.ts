import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { maySayMindChanged, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { inWords } from "../ui/time.tsx";
import { type ChangedMindDraft, MUTUAL_PAUSE } from "./changed-mind.ts";
import { findHonoured } from "./find-honoured.server.ts";

/** Records that a post changed somebody's mind, for everybody to read, with the event; once for each author and thread, and not where the author honoured them in the last thirty days. The same form again is the first one. Answers the record's address. */
export async function recordChangedMind(
  db: Db,
  person: Person,
  postId: number | null,
  draft: ChangedMindDraft,
  now: number,
): Promise<string> {
  return write(db, async (trx) => {
    const post = await findHonoured(trx, postId);
    const earlier = await findEarlier(trx, person.id, post);
    if (earlier && isSame(earlier, post.id, draft)) return mindPath(post.id, earlier.id);
    allow(maySayMindChanged(person, post));
    if (earlier) throw new Refusal(409, { key: "standing.mind.already" });
    await refuseMutual(trx, person.id, post.authorId, now);
    const { id } = await trx
      .insertInto("changed_mind")
      .values({
        ...{ post_id: post.id, thread_id: post.threadId },
        ...{ author_id: post.authorId, person_id: person.id },
        ...{ view_before: draft.before, view_now: draft.now, recorded_at: now },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await countMind(trx, post, 1);
    await recordEvent(trx, {
      ...{ kind: "mind-changed", at: now, personId: person.id, aboutId: post.authorId },
      ...{ threadId: post.threadId, postId: post.id },
    });
    return mindPath(post.id, id);
  });
}

/** Where a record is read. */
const mindPath = (postId: number, id: number) => `/posts/${postId}/changed-my-mind#mind-${id}`;

const findEarlier = (
  trx: Trx,
  personId: number,
  { authorId, threadId }: { authorId: number; threadId: number },
) =>
  trx
    .selectFrom("changed_mind")
    .select(["id", "post_id", "view_before", "view_now"])
    .where("person_id", "=", personId)
    .where("author_id", "=", authorId)
    .where("thread_id", "=", threadId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();

const isSame = (
  earlier: { post_id: number; view_before: string; view_now: string },
  postId: number,
  { before, now }: ChangedMindDraft,
) => earlier.post_id === postId && earlier.view_before === before && earlier.view_now === now;

async function refuseMutual(trx: Trx, personId: number, authorId: number, now: number) {
  const returned = await trx
    .selectFrom("changed_mind")
    .select("recorded_at")
    .where("person_id", "=", authorId)
    .where("author_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .where("recorded_at", ">", now - MUTUAL_PAUSE)
    .orderBy("recorded_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!returned) return;
  const day = inWords(returned.recorded_at + MUTUAL_PAUSE);
  throw new Refusal(409, { key: "standing.mind.mutual", values: { day } });
}

/** Moves what a post's page tells of it. */
export async function countMind(trx: Trx, post: { id: number; threadId: number }, by: 1 | -1) {
  await trx
    .updateTable("tally")
    .set({ mind_count: sql<number>`mind_count + ${sql.lit(by)}` })
    .where("post_id", "=", post.id)
    .execute();
  await trx
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", post.threadId)
    .execute();
}
