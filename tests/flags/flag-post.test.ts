import { expect, test } from "vitest";
import { recordAct } from "#app/moderation/act.server.ts";
import { toUnits } from "#app/ranking/units.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf } from "../threads/thread.ts";
import { addReaders } from "../votes/readers.ts";
import { flag, grown, sees, takeSides, theCase, theTally, toldOfCases } from "./flagging.ts";

/** Forty decisions, each of which was reversed. */
async function trip(db: Db, postId: number) {
  for (let count = 0; count < 40; count++) {
    await write(db, (trx) =>
      recordAct(trx, {
        ...{ kind: "dismiss", office: "moderator", byId: 4, postId, reason: "No.", now: START },
      }),
    );
  }
  await db.updateTable("action").set({ undone_at: START }).execute();
}

test("a flag is kept with the words that it means, and opens a case", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const flagged = await flag(db, ben, openingId, { reason: "spam", note: "Twice today" });
  expect(flagged).toMatchObject({ weight: 1, done: null });
  const { flag: flags, case: cases } = await everything(db);
  expect(flags).toMatchObject([
    {
      ...{ post_id: openingId, person_id: ben.id, reason: "spam", note: "Twice today" },
      ...{ weight: toUnits(1), is_own_side: 0, verdict: null, decided_at: null },
    },
  ]);
  expect(cases).toMatchObject([
    {
      ...{ id: flags[0]!.case_id, kind: "spam", state: "open", waits_for: "moderator" },
      ...{ post_id: openingId, author_id: ada.id, flag_count: 1, other_weight: toUnits(1) },
    },
  ]);
});

test("several people's flags on one post are one case", async () => {
  const { db, ada, ben, mo, nia } = await openForum();
  const { openingId } = await beginThread(db, ada);
  for (const person of [ben, mo, nia]) await flag(db, person, openingId);
  const { flag: flags, case: cases } = await everything(db);
  expect(flags).toHaveLength(3);
  expect(cases).toMatchObject([{ flag_count: 3, other_weight: toUnits(2) }]);
});

test("flags of the other side alone move nothing; those of the author's own side lower a rank a little", async () => {
  const { db, ada, ben, mo } = await openForum();
  await takeSides(db, [
    [ada, 0.5],
    [ben, -0.5],
    [mo, 0.5],
  ]);
  const { openingId } = await beginThread(db, ada);
  const before = await theTally(db, openingId);
  await flag(db, ben, openingId);
  expect(await theTally(db, openingId)).toEqual(before);
  await flag(db, mo, openingId);
  const after = await theTally(db, openingId);
  expect(after.insult).toBe(toUnits(0.2));
  expect(after.substance).toBeLessThan(before.substance);
});

test("where flags of two people meet a scorer that is sure, the author is asked before review", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const scorer = sees(0.95);
  expect((await flag(db, ben, openingId, {}, { scorer })).done).toBe(null);
  const { done } = await flag(db, mo, openingId, {}, { scorer });
  expect(done).toBe("asked");
  expect(await theCase(db)).toMatchObject({ state: "asked", waits_for: "author" });
  const { action, event } = await everything(db);
  expect(action).toMatchObject([{ kind: "ask", office: "members", by_id: null, about_id: ada.id }]);
  expect(event.find(({ id }) => id === action[0]!.id)).toMatchObject({
    ...{ kind: "rewrite-asked", person_id: null, about_id: ada.id },
  });
});

test("while too many decisions are reversed nobody is asked before review", async () => {
  const { db, ada, ben, mo } = await openForum();
  const other = await beginThread(db, ada);
  await trip(db, other.openingId);
  const { openingId } = await beginThread(db, ada);
  await flag(db, ben, openingId, {}, { scorer: sees(0.95) });
  const { done } = await flag(db, mo, openingId, {}, { scorer: sees(0.95) });
  expect(done).toBe(null);
  expect(await theCase(db)).toMatchObject({ state: "open", waits_for: "moderator" });
  const third = await beginThread(db, ada);
  expect((await flag(db, ben, third.openingId, { reason: "threat" })).done).toBe("hidden");
});

test("accounts that are younger than a week put nothing away, however many they are", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const readers = await addReaders(db, 20);
  await db
    .updateTable("person")
    .set({ joined_at: START })
    .where("name", "like", "Reader%")
    .execute();
  for (const reader of readers) {
    const { done } = await flag(db, reader, openingId, {}, { scorer: sees(0.95) });
    expect(done).toBe(null);
  }
  expect(await theCase(db)).toMatchObject({ state: "open", flag_count: 20 });
  const threat = await flag(db, readers[0]!, openingId, { reason: "threat" });
  expect(threat.done).toBe(null);
  expect((await everything(db)).post[0]!.state).toBe("published");
});

test("one flag of weight 1 for a threat hides the post until a moderator has looked", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const { done } = await flag(db, ben, openingId, { reason: "threat" });
  expect(done).toBe("hidden");
  const { case: cases, post, action } = await everything(db);
  expect(cases).toMatchObject([
    { kind: "urgent", state: "hidden", is_urgent: 1, due_at: START + 60 + 86_400 },
  ]);
  expect(post[0]).toMatchObject({ state: "hidden", body: "", html: "" });
  expect(action).toMatchObject([{ kind: "hide", office: "members", by_id: null }]);
  expect(await toldOfCases(db)).toEqual([mo.id, root.id]);
});

test("moderators are told as soon as flags weigh one and a half in all", async () => {
  const { db, ada, ben, nia, mo, root } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const [carl] = await grown(await addReaders(db, 1), db);
  await flag(db, nia, openingId);
  await flag(db, ben, openingId);
  expect(await toldOfCases(db)).toEqual([]);
  await flag(db, carl!, openingId);
  expect(await toldOfCases(db)).toEqual([mo.id, root.id]);
});

test("nobody flags their own post, or one that was taken back", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  expect(await refusalOf(db, () => flag(db, ada, openingId))).toEqual({
    ...{ status: 403, key: "flags.own" },
  });
  await db.updateTable("post").set({ withdrawn_at: START, is_taken_back: 1 }).execute();
  expect(await refusalOf(db, () => flag(db, ben, openingId))).toEqual({
    ...{ status: 403, key: "flags.withdrawn" },
  });
});
