import type { Trx } from "#db/open.server.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { isAway } from "../moderation/states.ts";
import { recordReferences } from "../references/record-references.server.ts";

/** Puts what is left of a text that was taken back there in its place, also where moderation keeps it here, so that no deed here shows the former again; no former text of it is kept. Of a thread's first post the thread may have no other title than this from then on. */
export async function takeBack(
  trx: Trx,
  postId: number,
  left: { body: string; html: string; title?: string },
  now: number,
): Promise<{ thread_id: number }> {
  const { body, html, title } = left;
  const { state } = await trx
    .selectFrom("post")
    .select("state")
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  const text = { body, html, renderer: RENDERER };
  const post = await trx
    .updateTable("post")
    .set((eb) => ({
      ...(isAway(state) ? {} : text),
      version: eb("version", "+", 1),
      withdrawn_at: eb.fn.coalesce("withdrawn_at", eb.val(now)),
      is_taken_back: 1,
    }))
    .where("id", "=", postId)
    .returning(["thread_id", "parent_id"])
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("kept_text")
    .set({ ...text, ...(title && post.parent_id === null ? { title } : {}) })
    .where("post_id", "=", postId)
    .where("why", "=", "away")
    .execute();
  await trx
    .deleteFrom("kept_text")
    .where("post_id", "=", postId)
    .where("why", "!=", "away")
    .execute();
  await trx.deleteFrom("revision").where("post_id", "=", postId).execute();
  await recordReferences(trx, postId, isAway(state) ? "" : html);
  await trx
    .updateTable("thread")
    .set((eb) => ({
      ...(post.parent_id === null ? { excerpt: "" } : {}),
      version: eb("version", "+", 1),
    }))
    .where("id", "=", post.thread_id)
    .execute();
  return post;
}
