import { expect, test } from "vitest";
import { eventKinds, isActOfPower } from "#app/events/event.ts";
import { recordEvent } from "#app/events/record.server.ts";
import { openForum, START } from "../forum.ts";

test("an event keeps whom and what it concerned, when and why", async () => {
  const { db, mo, ada } = await openForum();
  await recordEvent(db, {
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
    await expect(recordEvent(db, { kind, at: START, personId: mo.id })).rejects.toThrow("reason");
    await expect(recordEvent(db, { kind, at: START, reason: " \n" })).rejects.toThrow("reason");
    expect(await db.selectFrom("event").select("id").execute()).toEqual([]);
  },
);

test("everybody's own deeds need no reason", async () => {
  const { db, ada } = await openForum();
  for (const kind of eventKinds.filter((kind) => !isActOfPower(kind))) {
    await recordEvent(db, { kind, at: START, personId: ada.id });
  }
  expect(await db.selectFrom("event").select("id").execute()).not.toEqual([]);
});
