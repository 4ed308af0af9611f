import type { Selectable } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { EventTable } from "#db/schema.ts";
import { type Event, hasConsequences, isActOfPower } from "./event.ts";
import { raiseLists } from "./list-version.server.ts";

/** Writes an event in the caller's transaction, to be delivered where anything follows from it, and lets lists show what happened; throws, so that nothing of the deed is kept, when an act of power has no reason. Answers the event's number. */
export async function recordEvent(trx: Trx, event: Event): Promise<number> {
  const reason = event.reason?.trim() || null;
  if (isActOfPower(event.kind) && !reason) {
    throw new Error(`The event "${event.kind}" is an act of power and needs a reason.`);
  }
  const inserted = await insertEvent.first(trx, {
    kind: event.kind,
    at: event.at,
    person_id: event.personId ?? null,
    thread_id: event.threadId ?? null,
    post_id: event.postId ?? null,
    topic_id: event.topicId ?? null,
    about_id: event.aboutId ?? null,
    reason,
    details: event.details ? JSON.stringify(event.details) : null,
  });
  if (hasConsequences(event.kind)) {
    await insertDelivery.all(trx, { id: inserted!.id });
  }
  await raiseLists(trx, event.threadId ?? event.personId);
  return inserted!.id;
}

const insertEvent = prepared((db, value: ValueOf<Omit<Selectable<EventTable>, "id">>) =>
  db
    .insertInto("event")
    .values({
      kind: value("kind"),
      at: value("at"),
      person_id: value("person_id"),
      thread_id: value("thread_id"),
      post_id: value("post_id"),
      topic_id: value("topic_id"),
      about_id: value("about_id"),
      reason: value("reason"),
      details: value("details"),
    })
    .returning("id"),
);

const insertDelivery = prepared((db, value: ValueOf<{ id: number }>) =>
  db.insertInto("delivery").values({ event_id: value("id") }),
);
