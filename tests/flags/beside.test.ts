/** What a case tells where several flags stand. */
import { expect, test } from "vitest";
import { takeBack } from "#app/flags/take-back.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread } from "../threads/thread.ts";
import { flag, sees, theCase, theTally, toldOfCases } from "./flagging.ts";

const body = "Hello there everybody. You are all idiots. The end of it.";
const insult = { reason: "insult", passage: "You are all idiots." } as const;

test("a newcomer's flag changes nothing of a case that others flagged, and tells no moderator", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { openingId } = await beginThread(db, ada, { body });
  await flag(db, ben, openingId, insult, { scorer: sees(0.5) });
  const before = await theCase(db);
  const threat = { reason: "threat", passage: "Hello there everybody" } as const;
  await flag(db, nia, openingId, threat, { scorer: sees(0.9) });
  const { version, flag_count, ...after } = await theCase(db);
  expect(after).toEqual({ ...after, ...before, version: undefined, flag_count: undefined });
  expect([version > before.version, flag_count]).toEqual([true, 2]);
  expect(await toldOfCases(db)).toEqual([]);
});

test("a newcomer's flag alone is told of, until one that has weight takes its place", async () => {
  const { db, ada, ben, nia, mo, root } = await openForum();
  const { openingId } = await beginThread(db, ada, { body });
  await flag(db, nia, openingId, { reason: "threat", passage: "Hello there everybody" });
  expect(await theCase(db)).toMatchObject({ kind: "urgent", is_urgent: 1 });
  expect(await toldOfCases(db)).toEqual([mo.id, root.id]);
  await flag(db, ben, openingId, insult);
  const { priority, ...told } = await theCase(db);
  expect(told).toMatchObject({ kind: "rules", is_urgent: 0, passage: insult.passage });
  expect(priority).toBeLessThan(2_000_000_000_000);
});

test("a larger passage, or the whole post, never widens what a flag of the same weight chose", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { openingId } = await beginThread(db, ada, { body });
  await flag(db, ben, openingId, insult, { scorer: sees(0.2) });
  await flag(db, mo, openingId, { reason: "motive", passage: body }, { scorer: sees(0.5) });
  await flag(db, root, openingId, { reason: "other", note: "All of it" });
  expect(await theCase(db)).toMatchObject({ passage: insult.passage });
});

test("an urgent flag that is taken back leaves nothing urgent", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { openingId } = await beginThread(db, ada, { body });
  await flag(db, nia, openingId, { reason: "threat" });
  await flag(db, ben, openingId);
  await takeBack(db, nia, openingId, START + 100);
  const { rule_id: ruleId, priority, ...told } = await theCase(db);
  expect(told).toMatchObject({ kind: "rules", is_urgent: 0 });
  const rule = await db
    .selectFrom("rule")
    .select("slug")
    .where("id", "=", ruleId)
    .executeTakeFirstOrThrow();
  expect(rule.slug).toBe("argument");
  expect(priority).toBeLessThan(2_000_000_000_000);
});

test("what was off topic and decided so is no insult when somebody says it again", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { openingId } = await beginThread(db, ada, { body });
  await flag(db, ben, openingId, { reason: "off-topic" });
  await db
    .updateTable("case")
    .set({ state: "asked", decided_by_id: 4, decided_at: START + 70 })
    .execute();
  await flag(db, nia, openingId, { reason: "off-topic" });
  expect((await theTally(db, openingId)).insult).toBe(0);
});
