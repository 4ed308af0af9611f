import type { Trx } from "#db/open.server.ts";

/** Events that others of the same moment may have written between a post's own and that it is held. */
const BETWEEN = 200;

/** Lets what follows from a post follow that was held from its first moment and is shown for the first time, so that nothing did: people are told of it, its title is found. The post is as it was until now. */
export async function deliverAgain(
  trx: Trx,
  post: { id: number; posted_at: number; restored_at: number | null },
): Promise<void> {
  if (post.restored_at !== null) return;
  const held = await trx
    .selectFrom("action")
    .select("id")
    .where("post_id", "=", post.id)
    .where("kind", "=", "hold")
    .where("at", "=", post.posted_at)
    .limit(1)
    .executeTakeFirst();
  if (!held) return;
  await trx
    .insertInto("delivery")
    .columns(["event_id"])
    .expression((eb) =>
      eb
        .selectFrom("event")
        .select("id")
        .where("id", "<", held.id)
        .where("id", ">", held.id - BETWEEN)
        .where("kind", "in", ["reply-posted", "thread-started"])
        .where("post_id", "=", post.id),
    )
    // It waits to be delivered still.
    .onConflict((conflict) => conflict.column("event_id").doNothing())
    .execute();
}
