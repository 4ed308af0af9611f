import type { Trx } from "#db/open.server.ts";

/** Keeps of a post that was changed, withdrawn or shown again what its place goes by; the place itself follows when the clock comes by. */
export async function retally(
  trx: Trx,
  postId: number,
  changed: { words?: number; author_id?: number; posted_at?: number; insult?: number },
  now: number,
): Promise<void> {
  await trx
    .updateTable("tally")
    .set({ ...changed, due_at: now })
    .where("post_id", "=", postId)
    .execute();
}
