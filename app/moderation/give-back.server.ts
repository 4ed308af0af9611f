import type { Trx } from "#db/open.server.ts";
import { compareQuotersAgain, recordReferences } from "../references/record-references.server.ts";
import { slugOf } from "../threads/thread-path.ts";
import type { HeldPost } from "./find-post.server.ts";
import { fromKept } from "./from-kept.server.ts";
import { findHead } from "./keep-away.server.ts";

/** Puts a text back that was kept away, with what stood above it; what its author took back stays taken back. Its HTML is as it was kept, or as it is written where that is an older renderer's, until the clock has made it again. */
export async function giveBack(trx: Trx, post: HeldPost, now: number): Promise<void> {
  const kept = await trx
    .deleteFrom("kept_text")
    .where("post_id", "=", post.id)
    .where("why", "=", "away")
    .returningAll()
    .executeTakeFirst();
  if (!kept) throw new Error(`The text of post ${post.id} is not where it is kept.`);
  const text = fromKept(kept);
  const isShown = post.is_taken_back === 0;
  await trx
    .updateTable("post")
    .set({
      ...text,
      ...(isShown ? { withdrawn_at: null, restored_at: now } : {}),
    })
    .where("id", "=", post.id)
    .execute();
  await recordReferences(trx, post.id, text.html);
  // While it was away its quoters were compared with nothing.
  await compareQuotersAgain(trx, post.id);
  const thread = kept.title === null ? undefined : await findHead(trx, post);
  if (kept.title === null || !thread) return;
  await trx
    .updateTable("thread")
    .set({
      ...(JSON.parse(kept.head ?? "{}") as object),
      ...{ title: kept.title, slug: slugOf(kept.title), hidden_at: null },
      ...(thread.merged_into_id === null ? { title_reader: 0 } : {}),
    })
    .where("id", "=", thread.id)
    .execute();
}
