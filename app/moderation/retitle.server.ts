import type { Trx } from "#db/open.server.ts";
import { slugOf } from "../threads/thread-path.ts";

/** Gives a thread another title, and the address that goes with it; its former addresses lead there, and its words are taken a moment later. */
export async function retitle(trx: Trx, threadId: number, title: string): Promise<void> {
  await trx
    .updateTable("thread")
    .set({ title, slug: slugOf(title), title_reader: 0 })
    .where("id", "=", threadId)
    .execute();
}
