import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { tell } from "../notices/tell.server.ts";
import { maySayMindChanged, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import type { ChangedMindDraft } from "./changed-mind.ts";
import { findHonoured } from "./find-honoured.server.ts";
import { findEarlier, findMindBar } from "./find-mind-bar.server.ts";
import { mindPath } from "./mind-path.ts";

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
    if (earlier && isSame(earlier, post.id, draft)) return mindPath(earlier);
    allow(maySayMindChanged(person, post));
    const bar = await findMindBar(trx, person.id, post, now);
    if (bar) throw new Refusal(409, bar.said);
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
    await tell(trx, {
      ...{ personId: post.authorId, kind: "mind", subject: mindSubject(id), aboutId: id },
      ...{ fromId: person.id, threadId: post.threadId, postId: post.id, now },
      text: `${draft.before}\n${draft.now}`,
    });
    await recordEvent(trx, {
      ...{ kind: "mind-changed", at: now, personId: person.id, aboutId: post.authorId },
      ...{ threadId: post.threadId, postId: post.id },
    });
    return mindPath({ id, postId: post.id });
  });
}

/** What the notice of it is about. */
export const mindSubject = (id: number) => `mind:${id}`;

const isSame = (
  earlier: { postId: number; before: string; now: string },
  postId: number,
  { before, now }: ChangedMindDraft,
) => earlier.postId === postId && earlier.before === before && earlier.now === now;

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
