import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { toUnits } from "#app/ranking/units.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import { readReceived } from "#app/votes/read-received.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread } from "../threads/thread.ts";
import { addReaders } from "./readers.ts";

const later = START + 60;

/** As if a fit had placed them. */
async function place(db: Db, person: Person, x: number) {
  await db
    .insertInto("position")
    .values({
      scope: 0,
      person_id: person.id,
      x: toUnits(x),
      raw: toUnits(x),
      bias: 0,
      vote_count: 9,
    })
    .execute();
}

async function fitted(db: Db, isUsed: 0 | 1) {
  const values = { scope: 0, made_at: START, is_used: isUsed, gain: 0, vote_count: 9 };
  await db.insertInto("fit").values(values).execute();
}

/** A post of Ada's on the one side; three readers stand with her, as many as are told on the other, one in the middle. */
async function setScene(against: number, isUsed: 0 | 1 = 1) {
  const forum = await openForum();
  const { db, ada } = forum;
  const { openingId } = await beginThread(db, ada);
  const readers = await addReaders(db, 4 + against);
  await place(db, ada, 0.5);
  for (const [index, reader] of readers.entries()) {
    await place(db, reader, index < 3 ? 0.3 : index === 3 ? -0.1 : -0.9);
    const wish = { worth: index % 2 === 0 ? 1 : 0, agree: index < 3 ? 1 : -1 } as const;
    await castVote(db, reader, openingId, wish, later);
  }
  await fitted(db, isUsed);
  return { ...forum, openingId, readers };
}

test("an author is told what readers on either side found, by no side's name", async () => {
  const { db, ada, openingId } = await setScene(3);
  expect(await readReceived(db, ada, openingId)).toEqual({
    sides: { near: { worth: 2, of: 3 }, far: { worth: 2, of: 3 } },
    reasons: [],
  });
});

test("where one group has fewer than three neither is told, nor where nobody is told apart", async () => {
  const few = await setScene(2);
  expect((await readReceived(few.db, few.ada, few.openingId))!.sides).toBeNull();
  const unfitted = await setScene(3, 0);
  const received = await readReceived(unfitted.db, unfitted.ada, unfitted.openingId);
  expect(received!.sides).toBeNull();
});

test("an author is told for what reasons, the most frequent first, and nobody's who is new", async () => {
  const { db, ada, nia, openingId, readers } = await setScene(1);
  const say = (person: Person, reason: "fair" | "new-evidence") =>
    castVote(db, person, openingId, { reason }, later);
  await say(readers[0]!, "fair");
  await say(readers[1]!, "new-evidence");
  await say(readers[2]!, "new-evidence");
  await say(nia, "fair");
  expect((await readReceived(db, ada, openingId))!.reasons).toEqual([
    { reason: "new-evidence", count: 2 },
    { reason: "fair", count: 1 },
  ]);
});

test("nobody but the author is told, nor anybody while counts are hidden", async () => {
  const { db, ben, mo, root, openingId } = await setScene(3);
  for (const person of [ben, mo, root])
    expect(await readReceived(db, person, openingId)).toBeNull();
  const hidden = await openForum();
  const begun = await beginThread(hidden.db, hidden.ada);
  await castVote(hidden.db, hidden.ben, begun.openingId, { reason: "fair" }, later);
  expect(await readReceived(hidden.db, hidden.ada, begun.openingId)).toBeNull();
});
