import { expect, test } from "vitest";
import { type Event, eventKinds, isActOfPower } from "#app/events/event.ts";
import { recordEvent } from "#app/events/record.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";

const record = (db: Db, event: Event) => db.transaction().execute((trx) => recordEvent(trx, event));

test("an event keeps whom and what it concerned, when and why", async () => {
  const { db, mo, ada } = await openForum();
  await record(db, {
    kind: "role-changed",
    at: START,
    personId: mo.id,
    aboutId: ada.id,
    reason: "  She asked for it. ",
    details: { before: "member", after: "moderator" },
  });
  expect(await db.selectFrom("event").selectAll().executeTakeFirst()).toMatchObject({
    kind: "role-changed",
    at: START,
    person_id: mo.id,
    about_id: ada.id,
    thread_id: null,
    reason: "She asked for it.",
    details: '{"before":"member","after":"moderator"}',
  });
});

test.each(eventKinds.filter(isActOfPower))(
  "an act of power without a reason is not kept: %s",
  async (kind) => {
    const { db, mo } = await openForum();
    await expect(record(db, { kind, at: START, personId: mo.id })).rejects.toThrow("reason");
    await expect(record(db, { kind, at: START, reason: " \n" })).rejects.toThrow("reason");
    expect(await db.selectFrom("event").select("id").execute()).toEqual([]);
  },
);

test("everybody's own deeds need no reason", async () => {
  const { db, ada } = await openForum();
  for (const kind of eventKinds.filter((kind) => !isActOfPower(kind))) {
    await record(db, { kind, at: START, personId: ada.id });
  }
  expect(await db.selectFrom("event").select("id").execute()).not.toEqual([]);
});
