import type { Trx } from "#db/open.server.ts";
import { findPost } from "./find-post.server.ts";
import { fromKept } from "./from-kept.server.ts";
import { halveVotes } from "./halve-votes.server.ts";
import { putText } from "./put-text.server.ts";
import { retitle } from "./retitle.server.ts";

/** Lets go of what an author proposed: the case went another way. */
export async function dropProposed(trx: Trx, postId: number): Promise<void> {
  await trx
    .deleteFrom("kept_text")
    .where("post_id", "=", postId)
    .where("why", "=", "proposed")
    .execute();
}

/** Puts the text that an author proposed, and the title where they proposed one, in the place of the one that was removed, which from then on only they and moderators read, and halves its votes where it is mostly another; nothing where none is proposed. */
export async function publishProposed(trx: Trx, postId: number, now: number): Promise<void> {
  const proposed = await trx
    .deleteFrom("kept_text")
    .where("post_id", "=", postId)
    .where("why", "=", "proposed")
    .returningAll()
    .executeTakeFirst();
  if (!proposed) return;
  const post = await findPost(trx, postId);
  await putText(trx, post, fromKept(proposed), null, now);
  if (proposed.is_other === 1) await halveVotes(trx, postId, now);
  if (proposed.title !== null) await retitle(trx, post.thread_id, proposed.title);
}
