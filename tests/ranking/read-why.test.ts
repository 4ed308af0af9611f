import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { readWhy } from "#app/ranking/read-why.server.ts";
import { refreshDue } from "#app/ranking/refresh-due.server.ts";
import { refreshThreads } from "#app/ranking/refresh-threads.server.ts";
import { toUnits } from "#app/ranking/units.ts";
import { say } from "#app/strings/say.ts";
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

interface Voter {
  x: number;
  /** Whom they praised before. */
  praised: "ada" | "mo";
}

/** What the pages tell, thirteen hours later, where one of so many voters on a reply is of this kind; five others voted on the opening post. */
async function explainedWith({ x, praised }: Voter, voters: number) {
  const forum = await openForum();
  const { db, ben } = forum;
  const former = [];
  for (const author of [forum.ada, forum.mo]) {
    for (let count = 0; count < 4; count += 1) {
      const { openingId } = await beginThread(db, author);
      if (author === forum[praised]) former.push(openingId);
    }
  }
  const { threadId, openingId } = await beginThread(db, forum.ada);
  const answer = await reply(db, forum.ada, threadId);
  const fit = { scope: 0, made_at: START, is_used: 1, gain: 0, vote_count: 9 } as const;
  await db.insertInto("fit").values(fit).execute();
  const position = { scope: 0, person_id: ben.id, x: toUnits(x), raw: toUnits(x) };
  await db
    .insertInto("position")
    .values({ ...position, bias: 0, vote_count: 9 })
    .execute();
  const readers = await addReaders(db, 5);
  for (const post of former) await castVote(db, ben, post, { worth: 1 }, later);
  await voteAll(db, readers, openingId, 1);
  await voteAll(db, readers.slice(1, voters), answer, 1);
  await castVote(db, ben, answer, { worth: 1 }, later);
  const thirteen = START + 13 * 3_600;
  await refreshDue(db, thirteen);
  await refreshThreads(db, thirteen);
  const tally = await db.selectFrom("tally").select(["substance", "shown_at", "voter_count"]);
  const kept = await tally.where("post_id", "=", answer).executeTakeFirstOrThrow();
  expect(kept).toMatchObject({ shown_at: expect.any(Number), voter_count: voters });
  return { kept, told: [await readWhy(db, openingId), await readWhy(db, answer)] };
}

test.each([1, 2, 3, 4])(
  "of %i voters no page tells on which side one stands, or what their vote weighs, also once counts show for the post's age",
  async (voters) => {
    const usual = await explainedWith({ x: 0, praised: "mo" }, voters);
    expect(usual.told[0]!.thread.at(-1)!.hours).toBeGreaterThan(0);
    for (const voter of [
      { x: 0.9, praised: "mo" },
      { x: -0.9, praised: "mo" },
      { x: 0, praised: "ada" },
    ] as const) {
      const other = await explainedWith(voter, voters);
      expect(other.kept.substance).not.toBe(usual.kept.substance);
      expect(other.told).toEqual(usual.told);
    }
  },
);

test("an opening post that few voted on tells no hours, also once its counts show", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await castVote(db, ben, openingId, { worth: 1 }, later);
  await refreshDue(db, START + 13 * 3_600);
  const { counts, parts, thread } = await readWhy(db, openingId);
  expect(counts).toMatchObject({ voters: 1, worth: 1 });
  expect(parts.map(({ points }) => points)).toEqual([null, null, null]);
  expect(thread.map(({ hours }) => hours)).toEqual([0, null, null, 0]);
});

test("where everybody took their vote back, nobody is said to have found anything", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await castVote(db, ben, openingId, { worth: 1, agree: 1 }, later);
  const thirteen = START + 13 * 3_600;
  await refreshDue(db, thirteen);
  await castVote(db, ben, openingId, { worth: 0, agree: 0 }, thirteen);
  const { counts, parts } = await readWhy(db, openingId);
  expect(counts).toMatchObject({ voters: 0 });
  expect(say("why.counts.of", { ...counts!, found: 0 })).toBe("Nobody votes on it now.");
  expect(parts.map(({ why }) => why.key)).not.toContain("why.worth.all");
  expect(say("votes.told", { ...counts! })).toBe("Nobody votes on it now");
  expect(say("votes.got", { ...counts! })).toBe("Nobody votes on it now");
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
