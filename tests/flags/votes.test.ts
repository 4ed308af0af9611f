/** Who flags a post and only disagrees with it says the same twice: the vote stays out of the sums (mechanism, M3). */
import { expect, test } from "vitest";
import { settleFlags } from "#app/flags/settle-flags.server.ts";
import { takeBack } from "#app/flags/take-back.server.ts";
import { weighVotes } from "#app/ranking/fit/weigh-votes.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread } from "../threads/thread.ts";
import { kept, recount, totals } from "../votes/recount.ts";
import { flag, theCase, theTally } from "./flagging.ts";

const later = START + 120;

async function flagged() {
  const forum = await openForum();
  const { openingId } = await beginThread(forum.db, forum.ada);
  const voters = async () => (await theTally(forum.db, openingId)).voter_count;
  const expectSums = async () => {
    expect(await kept(forum.db)).toEqual(await recount(forum.db));
    const sums = await totals(forum.db);
    expect(sums.kept).toEqual(sums.recounted);
  };
  return { ...forum, openingId, voters, expectSums };
}

test("a vote that only disagrees goes out of the sums with a flag, and comes back when that is taken back", async () => {
  const { db, ben, openingId, voters, expectSums } = await flagged();
  await castVote(db, ben, openingId, { agree: -1 }, START + 10);
  expect(await voters()).toBe(1);
  await flag(db, ben, openingId);
  expect(await voters()).toBe(0);
  await expectSums();
  await takeBack(db, ben, openingId, later);
  expect(await voters()).toBe(1);
  await expectSums();
});

test("one that is cast after the flag never enters, unless it finds the post worth reading", async () => {
  const { db, ben, openingId, voters, expectSums } = await flagged();
  await flag(db, ben, openingId);
  await castVote(db, ben, openingId, { agree: -1 }, later);
  expect(await voters()).toBe(0);
  await castVote(db, ben, openingId, { worth: 1 }, later + 1);
  expect(await voters()).toBe(1);
  await expectSums();
});

test.each([
  ["upheld", 1],
  ["rejected", 0],
] as const)(
  "once the flag is %s the vote counts %d times, also after the night",
  async (verdict, count) => {
    const { db, ben, openingId, voters, expectSums } = await flagged();
    await castVote(db, ben, openingId, { agree: -1 }, START + 10);
    await flag(db, ben, openingId);
    const { id } = await theCase(db);
    await write(db, (trx) => settleFlags(trx, id, verdict, later));
    expect(await voters()).toBe(count);
    await weighVotes(db, [], later + 10);
    expect(await voters()).toBe(count);
    await expectSums();
  },
);

test("the night leaves out votes of whoever has a flag open", async () => {
  const { db, ben, openingId, voters } = await flagged();
  await flag(db, ben, openingId);
  await castVote(db, ben, openingId, { agree: 1 }, START + 100);
  await db.updateTable("vote").set({ weight: 1_000_000_000 }).execute();
  await weighVotes(db, [], later);
  expect(await voters()).toBe(0);
});
