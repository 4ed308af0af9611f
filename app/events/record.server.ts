import type { Trx } from "#db/open.server.ts";
import { type Event, hasConsequences, isActOfPower } from "./event.ts";

/** Writes an event in the caller's transaction, to be delivered where anything follows from it; throws, so that nothing of the deed is kept, when an act of power has no reason. */
export async function recordEvent(trx: Trx, event: Event): Promise<void> {
  const reason = event.reason?.trim() || null;
  if (isActOfPower(event.kind) && !reason) {
    throw new Error(`The event "${event.kind}" is an act of power and needs a reason.`);
  }
  const { id } = await trx
    .insertInto("event")
    .values({
      kind: event.kind,
      at: event.at,
      person_id: event.personId ?? null,
      thread_id: event.threadId ?? null,
      post_id: event.postId ?? null,
      topic_id: event.topicId ?? null,
      about_id: event.aboutId ?? null,
      reason,
      details: event.details ? JSON.stringify(event.details) : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (hasConsequences(event.kind)) {
    await trx.insertInto("delivery").values({ event_id: id }).execute();
  }
}
