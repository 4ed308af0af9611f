import type { Trx } from "#db/open.server.ts";

/** Lets those who follow or mute a topic follow or mute the one it is merged into; what they follow or mute of that already stays as it is. */
export async function moveTopicFollows(trx: Trx, fromId: number, intoId: number): Promise<void> {
  const followsOf = (topicId: number) =>
    trx
      .selectFrom("follow")
      .select("person_id")
      .where("kind", "=", "topic")
      .where("object_id", "=", topicId);
  // Of two that a person mutes one is left, or none.
  await trx
    .updateTable("person")
    .set((eb) => ({ mute_count: eb("mute_count", "-", 1) }))
    .where("id", "in", followsOf(fromId).where("level", "=", "muted"))
    .where("id", "in", followsOf(intoId))
    .execute();
  await trx
    .deleteFrom("follow")
    .where("kind", "=", "topic")
    .where("object_id", "=", fromId)
    .where("person_id", "in", followsOf(intoId))
    .execute();
  await trx
    .updateTable("follow")
    .set({ object_id: intoId })
    .where("kind", "=", "topic")
    .where("object_id", "=", fromId)
    .execute();
}
