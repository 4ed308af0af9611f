import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { untell } from "../notices/tell.server.ts";
import type { Person } from "../permissions.ts";
import { findHonoured } from "./find-honoured.server.ts";
import { countMind, mindSubject } from "./record-changed-mind.server.ts";

/** Takes back what somebody recorded about a post, with the event; again changes nothing. Answers the post's address. */
export async function withdrawChangedMind(
  db: Db,
  person: Person,
  postId: number | null,
  now: number,
): Promise<string> {
  return write(db, async (trx) => {
    const post = await findHonoured(trx, postId);
    const withdrawn = await trx
      .updateTable("changed_mind")
      .set({ withdrawn_at: now })
      .where("post_id", "=", post.id)
      .where("person_id", "=", person.id)
      .where("withdrawn_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!withdrawn) return post.path;
    await untell(trx, { personId: post.authorId, subject: mindSubject(withdrawn.id) });
    await countMind(trx, post, -1);
    await recordEvent(trx, {
      ...{ kind: "mind-change-withdrawn", at: now, personId: person.id, aboutId: post.authorId },
      ...{ threadId: post.threadId, postId: post.id },
    });
    return post.path;
  });
}
