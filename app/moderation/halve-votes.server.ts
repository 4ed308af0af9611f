import type { Trx } from "#db/open.server.ts";

export async function halveVotes(trx: Trx, postId: number, now: number): Promise<void> {
  void [trx, postId, now];
}
