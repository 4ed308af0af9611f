import type { Trx } from "#db/open.server.ts";
import { tell } from "../notices/tell.server.ts";

/** Tells every moderator and administrator but the post's author that something waits for them; what they have not read yet grows. It names nobody who flagged. */
export async function tellModerators(
  trx: Trx,
  about: { post_id: number; thread_id: number; author_id: number; kind: string },
  now: number,
): Promise<void> {
  const moderators = await trx
    .selectFrom("person")
    .select("id")
    .where("role", "in", ["moderator", "administrator"])
    .where("id", "!=", about.author_id)
    .orderBy("id")
    .execute();
  for (const { id } of moderators) {
    await tell(trx, {
      ...{ personId: id, kind: "case", subject: "case:waiting", threadId: about.thread_id },
      ...{ postId: about.post_id, details: { kind: about.kind }, now },
    });
  }
}
