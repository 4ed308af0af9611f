/** A flag is changed or taken back while nobody has decided. */
import { expect, test } from "vitest";
import { settleFlags } from "#app/flags/settle-flags.server.ts";
import { takeBack } from "#app/flags/take-back.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { beginThread, everything, refusalOf } from "../threads/thread.ts";
import { flag, takeSides, theCase, theTally } from "./flagging.ts";

const later = START + 120;

test("somebody has one flag on a post: another takes its place and costs none of the day's", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await flag(db, ben, openingId, { reason: "spam" });
  for (let count = 0; count < 12; count++) await flag(db, ben, openingId, { reason: "other" });
  expect((await everything(db)).flag).toMatchObject([{ reason: "other", decided_at: null }]);
  expect(await theCase(db)).toMatchObject({ flag_count: 1 });
});

test("pressed twice at once, also in two processes, it is one flag", async () => {
  const { db, second, ada, ben } = await openTwice();
  const { openingId } = await beginThread(db, ada);
  await Promise.all([db, second, db, second].map((each) => flag(each, ben, openingId)));
  const { flag: flags, case: cases } = await everything(db);
  expect([flags.length, cases.length]).toEqual([1, 1]);
  expect(cases).toMatchObject([{ flag_count: 1 }]);
});

test("two people who flag at the same moment open one case", async () => {
  const { db, second, ada, ben, mo } = await openTwice();
  const { openingId } = await beginThread(db, ada);
  await Promise.all([flag(db, ben, openingId), flag(second, mo, openingId)]);
  expect((await everything(db)).case).toMatchObject([{ flag_count: 2 }]);
});

test("taken back, it moves nothing any more and its case waits for nobody; the next flag brings it back", async () => {
  const { db, ada, ben, mo } = await openForum();
  await takeSides(db, [
    [ada, 0.5],
    [ben, 0.5],
  ]);
  const { openingId } = await beginThread(db, ada);
  const before = await theTally(db, openingId);
  await flag(db, ben, openingId);
  expect((await theTally(db, openingId)).insult).toBeGreaterThan(0);
  await takeBack(db, ben, openingId, later);
  expect(await theTally(db, openingId)).toEqual(before);
  expect((await everything(db)).flag).toMatchObject([{ verdict: null, decided_at: later }]);
  expect(await theCase(db)).toMatchObject({ state: "open", waits_for: null, flag_count: 0 });
  const once = await everything(db);
  await takeBack(db, ben, openingId, later + 1);
  expect(await everything(db)).toEqual(once);
  await flag(db, mo, openingId);
  expect(await theCase(db)).toMatchObject({ waits_for: "moderator", flag_count: 1 });
});

test("a flag that was decided is not taken back", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await flag(db, ben, openingId);
  const { id } = await theCase(db);
  await write(db, (trx) => settleFlags(trx, id, "rejected", later));
  expect(await refusalOf(db, () => takeBack(db, ben, openingId, later + 1))).toEqual({
    ...{ status: 409, key: "flags.back.decided" },
  });
});
