import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { readWhy } from "#app/ranking/read-why.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, refusalOf, reply } from "../threads/thread.ts";
import { addReaders } from "../votes/readers.ts";

const later = START + 60;

async function voteAll(db: Db, people: Person[], post: number, worth: 0 | 1) {
  for (const person of people) await castVote(db, person, post, { worth, agree: 1 }, later);
}

test("the first four votes change nothing on any page that explains, the fifth shows all five", async () => {
  const { db, ada, ben } = await openForum();
  const readers = await addReaders(db, 9);
  const { threadId, openingId } = await beginThread(db, ada);
  const answer = await reply(db, ben, threadId);
  // The opening post's counts are shown, so that the thread is explained with numbers.
  await voteAll(db, readers.slice(4), openingId, 1);
  const before = [await readWhy(db, openingId), await readWhy(db, answer)];
  expect(before[0]!.thread.at(-1)!.hours).toBeGreaterThan(0);
  expect(before[1]!.counts).toBeNull();
  for (const reader of readers.slice(0, 4)) {
    await castVote(db, reader, answer, { worth: 1, agree: -1 }, later);
    expect([await readWhy(db, openingId), await readWhy(db, answer)]).toEqual(before);
  }
  await castVote(db, readers[4]!, answer, { agree: 1 }, later);
  const shown = await readWhy(db, answer);
  expect(shown.counts).toEqual({ voters: 5, worth: 4, agree: 1, disagree: 4 });
  expect(shown.parts.at(-1)).toMatchObject({ isTotal: true, points: expect.any(Number) });
  const people = (await readWhy(db, openingId)).thread.find(
    ({ label }) => label.key === "why.people.label",
  );
  expect(people).toMatchObject({ why: { values: { people: 1 } } });
});

test("while an opening post's counts are hidden its thread is explained in words alone", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const before = await readWhy(db, openingId);
  await castVote(db, ben, openingId, { worth: 1 }, later);
  expect(await readWhy(db, openingId)).toEqual(before);
  expect(before.thread.map(({ hours }) => hours)).toEqual([0, null, null, 0]);
});

test("what is withdrawn, or not there, is not explained", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await withdrawPost(db, ada, openingId, { isRestored: false, now: later });
  expect(await refusalOf(db, () => readWhy(db, openingId))).toMatchObject({ key: "why.withdrawn" });
  expect(await refusalOf(db, () => readWhy(db, 99))).toMatchObject({ status: 404 });
  expect(await refusalOf(db, () => readWhy(db, null))).toMatchObject({ status: 404 });
});
