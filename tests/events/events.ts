/** Events to test with, and consequences that note what they were given. */
import type { Consequence, Consequences } from "#app/events/consequences.server.ts";
import { deliverEvents } from "#app/events/deliver.server.ts";
import { type Event, kindsWithConsequences, type Recorded } from "#app/events/event.ts";
import { recordEvent } from "#app/events/record.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { START } from "../forum.ts";

/** Writes events down, each by a deed of its own, and answers their ids. */
export async function recordEvents(db: Db, ...events: Partial<Event>[]): Promise<number[]> {
  for (const event of events) {
    await write(db, (trx) => recordEvent(trx, { kind: "thread-started", at: START, ...event }));
  }
  const rows = await db.selectFrom("event").select("id").orderBy("id").execute();
  return rows.slice(-events.length).map(({ id }) => id);
}

/** A table in which these follow every event from which anything follows. */
export const following = (...all: Consequence[]): Consequences =>
  Object.fromEntries(kindsWithConsequences.map((kind) => [kind, all])) as unknown as Consequences;

/** A table whose one consequence notes each event it is given, in order. */
export function noting() {
  const noted: Recorded[] = [];
  const note: Consequence = async (_, event) => noted.push(event);
  return { noted, table: following(note), ids: () => noted.map(({ id }) => id) };
}

/** Delivers once and answers what was told as broken. */
export async function deliver(db: Db, now: number, table: Consequences) {
  const told: { error: unknown; where: string }[] = [];
  await deliverEvents(db, now, (error, where) => `reference${told.push({ error, where })}`, table);
  return told;
}

/** Lets follow what follows from the events so far, as the running forum does; what fails fails the test. */
export async function deliverAll(db: Db, now = START, table?: Consequences) {
  const fail = (error: unknown) => {
    throw error;
  };
  while ((await deliverEvents(db, now, fail, table)) > 0);
}

/** What waits to be delivered, in the order of events. */
export const waiting = (db: Db) =>
  db
    .selectFrom("delivery")
    .select(["event_id as id", "attempts", "next_at as at", "failure"])
    .orderBy("event_id")
    .execute();
